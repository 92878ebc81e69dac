extension Raster {
  /// The picture with what differs from its surroundings made to differ more (unsharp masking).
  ///
  /// The surroundings of four pixels and the factor are the best of six pairs that were tried on 570 drawn labels, 30 pixels
  /// high, of which the first look had shown none.
  func sharpened() -> Raster {
    let surroundings = averagedAlongRows(reach: 4).transposed().averagedAlongRows(reach: 4).transposed()
    var result = self
    for index in pixels.indices {
      let (here, around) = (Int(pixels[index]), Int(surroundings.pixels[index]))
      result.pixels[index] = UInt8(clamping: here + (here - around) * 5 / 2)
    }
    return result
  }
}
