// swift-tools-version: 6.2
import PackageDescription

/// Every target is built in Swift 6 mode with warnings as errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// The programs that measure govconvert: a package of their own, so that a build of the product makes none of them.
///
///     swift build --package-path Scripts --scratch-path .build/scripts --configuration release
let package = Package(
  name: "govconvert-scripts",
  dependencies: [.package(name: "govconvert", path: "..")],
  targets: [
    .executableTarget(
      name: "convert-bench", dependencies: [.product(name: "GovConvert", package: "govconvert")],
      path: "benchmarks/convert-bench", swiftSettings: strict),
    .executableTarget(
      name: "read-pictures",
      dependencies: [
        .product(name: "GovConvert", package: "govconvert"), .product(name: "GovOCR", package: "govconvert"),
      ], path: "ocr/read-pictures", swiftSettings: strict),
    .executableTarget(
      name: "script-bench", dependencies: [.product(name: "GovNormalizer", package: "govconvert")],
      path: "script/bench", swiftSettings: strict),
    .executableTarget(
      name: "store-pages",
      dependencies: [
        .product(name: "GovBulk", package: "govconvert"), .product(name: "GovConvert", package: "govconvert"),
      ], path: "bulk/store-pages", swiftSettings: strict),
  ]
)
