import GovDocument

/// How a picture was turned to lie straight, so that places in it can be told in the pixels of the upright picture.
struct Turn {
  /// The tangent of the angle by which rows fall to the right; 0 for a straight picture.
  let slope: Double
  let width: Int
  let height: Int
  /// How many pixels of the upright picture make one of the straightened one, each way: see `possibleReduction()`.
  var reduction = 1

  /// The rectangle in the upright picture that holds the rectangle of the straightened one.
  func upright(_ area: Area) -> Box {
    let corners = [(area.left, area.top), (area.right, area.top), (area.left, area.bottom), (area.right, area.bottom)]
      .map { source(Double($0.0), Double($0.1)) }
    let xs = corners.map { min(max(0, $0.0), Double(width)) }
    let ys = corners.map { min(max(0, $0.1), Double(height)) }
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else {
      return Box(x: 0, y: 0, width: 0, height: 0)
    }
    return Box(
      x: Int(left) * reduction, y: Int(top) * reduction, width: Int((right - left).rounded()) * reduction,
      height: Int((bottom - top).rounded()) * reduction)
  }

  /// Where a point of the straightened picture comes from: a rotation about the centre.
  func source(_ x: Double, _ y: Double) -> (Double, Double) {
    let cosine = 1 / (1 + slope * slope).squareRoot()
    let sine = slope * cosine
    let (dx, dy) = (x - Double(width) / 2, y - Double(height) / 2)
    return (Double(width) / 2 + dx * cosine - dy * sine, Double(height) / 2 + dx * sine + dy * cosine)
  }
}

/// Finds the skew of a picture, up to five degrees either way.
///
/// Edges of lines and of text rows pile up in few rows when the picture is sheared straight; the slope that piles them
/// highest wins (Postl's projection profile, US patent 4,723,297, on edge points instead of pixels).
func findTurn(_ page: Raster) -> Turn {
  let points = edgePoints(page)
  let still = Turn(slope: 0, width: page.width, height: page.height)
  guard points.count > 200 else { return still }
  let coarse = best(stride(from: -0.088, through: 0.088, by: 0.004).map { $0 }, points, page.height)
  let middle = best((-4...4).map { coarse + Double($0) * 0.001 }, points, page.height)
  let fine = best((-4...4).map { middle + Double($0) * 0.00025 }, points, page.height)
  // A drift of a pixel and a half over the whole width harms less than the blur of turning the picture.
  guard abs(fine) * Double(page.width) > 1.5,
    pile(points, fine, page.height) > 1.03 * pile(points, 0, page.height)
  else { return still }
  return Turn(slope: fine, width: page.width, height: page.height)
}

private func best(_ slopes: [Double], _ points: [(x: Int32, y: Int32)], _ height: Int) -> Double {
  slopes.max { pile(points, $0, height) < pile(points, $1, height) } ?? 0
}

private func pile(_ points: [(x: Int32, y: Int32)], _ slope: Double, _ height: Int) -> Double {
  let reach = height / 2 + 400
  var rows = [Int32](repeating: 0, count: height + 2 * reach)
  rows.withUnsafeMutableBufferPointer { rows in
    let step = Int(slope * 65536)
    for point in points {
      let row = Int(point.y) - (Int(point.x) * step) >> 16 + reach
      if row >= 0, row < rows.count { rows[row] += 1 }
    }
  }
  return rows.reduce(0.0) { $0 + Double($1) * Double($1) }
}

/// Places where the picture darkens downwards, of some six hundred thousand that are looked at.
private func edgePoints(_ page: Raster) -> [(x: Int32, y: Int32)] {
  var points: [(x: Int32, y: Int32)] = []
  let (width, height) = (page.width, page.height)
  guard width > 8, height > 8 else { return [] }
  let step = max(1, width * height / 600_000)
  page.pixels.withUnsafeBufferPointer { pixels in
    for y in 1..<height - 1 {
      for x in stride(from: y % step, to: width, by: step)
      where Int(pixels[(y - 1) * width + x]) - Int(pixels[(y + 1) * width + x]) > 24 {
        points.append((Int32(x), Int32(y)))
      }
    }
  }
  return points
}

extension Raster {
  /// The picture turned straight, bilinear; what comes from outside is white.
  func straightened(by turn: Turn) -> Raster {
    guard turn.slope != 0 else { return self }
    var result = Raster(width: width, height: height, filledWith: 255)
    let (width, height) = (self.width, self.height)
    let origin = turn.source(0, 0)
    let along = turn.source(1, 0)
    let (dx, dy) = (along.0 - origin.0, along.1 - origin.1)
    pixels.withUnsafeBufferPointer { from in
      result.pixels.withUnsafeMutableBufferPointer { to in
        for y in 0..<height {
          var (sx, sy) = (origin.0 - Double(y) * dy, origin.1 + Double(y) * dx)
          for x in 0..<width {
            if sx >= 0, sy >= 0, sx < Double(width - 1), sy < Double(height - 1) {
              to[y * width + x] = mix(from, width, sx, sy)
            }
            sx += dx
            sy += dy
          }
        }
      }
    }
    return result
  }
}

@inline(__always)
private func mix(_ pixels: UnsafeBufferPointer<UInt8>, _ width: Int, _ x: Double, _ y: Double) -> UInt8 {
  let (column, row) = (Int(x), Int(y))
  let (right, down) = (Int((x - Double(column)) * 256), Int((y - Double(row)) * 256))
  let place = row * width + column
  let upper = Int(pixels[place]) * (256 - right) + Int(pixels[place + 1]) * right
  let lower = Int(pixels[place + width]) * (256 - right) + Int(pixels[place + width + 1]) * right
  return UInt8((upper * (256 - down) + lower * down + 32768) >> 16)
}
