import Bilingual

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Files that the program writes: beside the old one first, then in its place, so that nothing
/// half-written is left behind.
enum OutputFile {
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Failure(
        .machine,
        BilingualText(zh: "无法写入文件：\(path)", en: "cannot write the file: \(path)")
      )
    }
  }

  static func makeFolder(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Failure(
        .machine,
        BilingualText(zh: "无法建立文件夹：\(path)", en: "cannot make the folder: \(path)")
      )
    }
  }
}
