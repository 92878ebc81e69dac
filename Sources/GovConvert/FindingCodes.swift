extension Finding.Code {
  /// No picture reader was asked for, so a picture stays a picture.
  public static let pictureNotRead = Finding.Code(rawValue: "picture-not-read")
  /// The bytes of a picture are not to be had.
  public static let pictureMissing = Finding.Code(rawValue: "picture-missing")
  /// The page refers to more pictures than are read in one page.
  public static let tooManyPictures = Finding.Code(rawValue: "too-many-pictures")

  /// Nothing of that name is there.
  public static let inputNotFound = Finding.Code(rawValue: "input-not-found")
  /// It is there and may not be opened, or reading it failed.
  public static let inputUnreadable = Finding.Code(rawValue: "input-unreadable")
  /// It is a folder, a pipe or a device.
  public static let inputNotAFile = Finding.Code(rawValue: "input-not-a-file")
  /// It has no bytes.
  public static let inputEmpty = Finding.Code(rawValue: "input-empty")
  /// It is of a kind that is not read.
  public static let inputUnsupported = Finding.Code(rawValue: "input-unsupported")
}
