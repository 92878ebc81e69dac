// swift-tools-version: 6.2
import PackageDescription

/// Every target is built in Swift 6 mode with warnings as errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// The rooms and who may see whom: see Sources/README.md. `Scripts/test` builds with
/// `--explicit-target-dependency-import-check error`, so an import in the wrong direction fails.
let package = Package(
  name: "govconvert",
  products: [
    .library(name: "GovConvert", targets: ["GovConvert"]),
    .library(name: "GovOCR", targets: ["GovOCR"]),
    .library(name: "GovNormalizer", targets: ["GovNormalizer"]),
    .library(name: "GovBulk", targets: ["GovBulk"]),
    .executable(name: "govconvert", targets: ["GovConvertCLI"]),
    .executable(name: "govconvert-worker", targets: ["govconvert-worker"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "CConvolution"),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .target(
      name: "CTesseract",
      linkerSettings: ["tesseract", "lept", "png16", "jpeg", "gomp"].map { .linkedLibrary($0) }),
    .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "GovDocument", swiftSettings: strict),
    .target(name: "GovEncoding", swiftSettings: strict),
    .target(name: "GovForms", dependencies: ["GovDocument"], swiftSettings: strict),
    .target(
      name: "GovNormalizer", dependencies: ["GovDocument", "GovEncoding", "GovForms"], exclude: ["README.md"],
      swiftSettings: strict),
    .target(
      name: "GovReaders", dependencies: ["GovDocument", "GovEncoding", "GovForms", "CLibXML2", "CZlib"],
      exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "GovOCR", dependencies: ["GovDocument", "CConvolution", "CTesseract"], exclude: ["README.md"],
      swiftSettings: strict),
    .target(
      name: "GovReport", dependencies: ["GovDocument", "GovForms"], exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "GovWriters", dependencies: ["GovDocument", "GovForms", "GovReport"],
      exclude: ["JSON/govconvert-1.schema.json"], swiftSettings: strict),
    .target(
      name: "GovConvert",
      dependencies: ["GovDocument", "GovForms", "GovNormalizer", "GovReaders", "GovReport", "GovWriters"],
      swiftSettings: strict),
    .target(
      name: "GovWorker", dependencies: ["GovConvert", "GovDocument", "GovWriters", "CLinux"], exclude: ["README.md"],
      swiftSettings: strict),
    .target(
      name: "GovBulk",
      dependencies: [
        "CSQLite", "CXXHash", "GovConvert", "GovReaders", "GovWorker", "GovWriters",
      ], exclude: ["README.md"], swiftSettings: strict),
    .executableTarget(
      name: "govconvert-worker", dependencies: ["GovOCR", "GovWorker"], path: "Sources/GovConvertWorker",
      swiftSettings: strict),
    .executableTarget(
      name: "GovConvertCLI",
      dependencies: [
        "GovBulk", "GovConvert", "GovNormalizer", "GovWorker",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "FaultyWorker", dependencies: ["GovConvert", "GovWorker"], path: "Tests/FaultyWorker",
      swiftSettings: strict),
    .testTarget(
      name: "GovBulkTests",
      dependencies: ["GovBulk", "GovConvert", "GovWorker", "GovWriters", "FaultyWorker", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "GovWorkerTests", dependencies: ["GovConvert", "GovWorker", "FaultyWorker", "govconvert-worker"],
      swiftSettings: strict),
    .testTarget(
      name: "GovReadersTests", dependencies: ["GovDocument", "GovEncoding", "GovReaders", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "GovWritersTests", dependencies: ["GovDocument", "GovForms", "GovReport", "GovWriters", "TestSupport"],
      swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "GovConvertTests", dependencies: ["GovConvert", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "GovConvertCLITests", dependencies: ["GovConvertCLI", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "GovOCRTests", dependencies: ["GovDocument", "GovForms", "GovOCR", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "GovDocumentTests", dependencies: ["GovDocument"], swiftSettings: strict),
    .testTarget(
      name: "GovNormalizerTests", dependencies: ["GovDocument", "GovNormalizer", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "GovFormsTests", dependencies: ["GovDocument", "GovForms"], swiftSettings: strict),
    .testTarget(name: "GovEncodingTests", dependencies: ["GovEncoding"], swiftSettings: strict),
    .testTarget(
      name: "GovReportTests", dependencies: ["GovDocument", "GovForms", "GovReport", "TestSupport"],
      swiftSettings: strict),
  ]
)
