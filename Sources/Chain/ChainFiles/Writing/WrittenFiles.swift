import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the program wrote into a folder of data: the names of the files and their checksums, kept beside
/// them in ``recordName``.
///
/// When a folder is written anew, files of the older data that the newer does not write would otherwise
/// be read as part of it. Those that still are as they were written can go; what somebody has changed,
/// or added, is not the program's to remove. The checksum guards against mistakes, not against malice.
package struct WrittenFiles: Sendable {
  /// The hidden file of the record.
  package static let recordName = ".liantu-written"
  private static let heading = "liantu-written 1"
  private static let mostBytes = 4 << 20

  private var checksums: [String: String] = [:]

  /// A record of nothing.
  package init() {}

  /// The record in a folder; one of nothing where there is none, or it is none of ours.
  package init(in folder: String) {
    let path = folder + "/" + Self.recordName
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      let bytes = FileManager.default.contents(atPath: path), bytes.count <= Self.mostBytes
    else { return }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first.map(String.init) == Self.heading else { return }
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      checksums[String(parts[1])] = String(parts[0])
    }
  }

  /// The names of the files, sorted.
  package var names: [String] { checksums.keys.sorted() }

  /// Notes what a file holds; a name never has a line feed.
  package mutating func note(_ bytes: [UInt8], as name: String) {
    checksums[name] = Self.checksum(of: bytes)
  }

  /// Whether the program wrote these bytes under this name.
  package func holds(_ bytes: [UInt8], as name: String) -> Bool {
    checksums[name] == Self.checksum(of: bytes)
  }

  /// A line for each file, in the order of the names.
  package var bytes: [UInt8] {
    let lines = names.map { "\(checksums[$0] ?? "") \($0)" }
    return Array(([Self.heading] + lines + [""]).joined(separator: "\n").utf8)
  }

  private static func checksum(of bytes: [UInt8]) -> String {
    bytes.withUnsafeBytes { Checksum.hexadecimal($0) }
  }
}
