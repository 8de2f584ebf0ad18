import Bilingual

#if canImport(FoundationEssentials)
  import FoundationEssentials
#endif
import Foundation

/// The text of a PDF, taken by `pdftotext` of poppler where it is installed.
enum DocumentPDF {
  /// What begins a PDF.
  static func isPDF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("%PDF".utf8)) }

  /// The longest text that is taken.
  private static let mostBytes = 64 << 20

  /// The text of the file at `path`, empty for a scan; `nil` where no program takes it out.
  static func text(of path: String) -> [UInt8]? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard
      let program = folders.lazy.filter({ $0.hasPrefix("/") }).map({ "\($0)/pdftotext" }).first(
        where: {
          FileManager.default.isExecutableFile(atPath: $0)
        })
    else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: program)
    // A name that begins with a minus is no option.
    process.arguments = ["-enc", "UTF-8", path.hasPrefix("-") ? "./" + path : path, "-"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    // Read before waiting: a full pipe would keep both waiting.
    let data = (try? output.fileHandleForReading.read(upToCount: mostBytes + 1)) ?? Data()
    // What is left of a text without end is not read.
    if data.count > mostBytes { process.terminate() }
    try? output.fileHandleForReading.close()
    process.waitUntilExit()
    return process.terminationStatus == 0 && data.count <= mostBytes ? Array(data) : nil
  }
}
