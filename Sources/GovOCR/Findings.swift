import GovDocument

/// The findings and errors of reading pictures.
extension Finding.Code {
  /// The bytes are no picture, or a damaged one.
  public static let pictureUnreadable = Finding.Code(rawValue: "picture-unreadable")
  /// The picture is beyond a limit.
  public static let pictureTooLarge = Finding.Code(rawValue: "picture-too-large")
  /// The picture's data breaks off or is damaged; what came out of it was read.
  public static let pictureDamaged = Finding.Code(rawValue: "picture-damaged")
  /// The file holds several pictures, of which only the first was read.
  public static let pictureFramesLeft = Finding.Code(rawValue: "picture-frames-left")
  /// A part of the picture is so large that known forms were not looked for there.
  public static let pictureFormsNotSought = Finding.Code(rawValue: "picture-forms-not-sought")
  /// The print of a large picture is so large that it was read at a part of its size.
  public static let pictureReduced = Finding.Code(rawValue: "picture-reduced")
  /// The picture has more texts than are read in one; some were left out.
  public static let pictureTextsLeft = Finding.Code(rawValue: "picture-texts-left")
  /// The picture holds neither a table nor text: a photo, a logo.
  public static let pictureWithoutText = Finding.Code(rawValue: "picture-without-text")
  /// Tesseract's data for a language, or the program behind the hook, is not there.
  public static let recognizerMissing = Finding.Code(rawValue: "recognizer-missing")
  /// The program behind the hook failed or broke the protocol.
  public static let recognizerFailed = Finding.Code(rawValue: "recognizer-failed")
  /// The rows or columns of a table in a picture may not be those that are drawn.
  public static let pictureTableDoubtful = Finding.Code(rawValue: "picture-table-doubtful")
  /// Cells of a picture were read with doubt.
  public static let pictureCellDoubtful = Finding.Code(rawValue: "picture-cell-doubtful")
  /// Cells of a picture could not be read.
  public static let pictureCellUnreadable = Finding.Code(rawValue: "picture-cell-unreadable")
  /// A printed label is not what the form has in its place.
  public static let pictureLabelDiffers = Finding.Code(rawValue: "picture-label-differs")
}
