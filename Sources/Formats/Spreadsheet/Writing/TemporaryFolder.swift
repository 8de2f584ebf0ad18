#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder for the file that the library writes; both go when the value does.
///
/// The library has no other way to hand its file over, and it keeps its own working files there.
struct TemporaryFolder: ~Copyable {
  /// The folder.
  let path: String

  /// The one file in it.
  var file: String { path + "/workbook.xlsx" }

  /// Makes the folder under `TMPDIR`, else under `/tmp`; only this user can look into it.
  init() throws(SpreadsheetError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    // The system puts letters of its own in place of these.
    let letters = String(repeating: "X", count: 6)
    var template = Array("\(parent.isEmpty ? "/tmp" : parent)/liantu-\(letters)".utf8CString)
    guard
      let made = template.withUnsafeMutableBufferPointer({ buffer in
        buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
      })
    else {
      throw .machine("cannot make a temporary folder: \(String(cString: strerror(errno)))")
    }
    path = made
  }

  deinit {
    unlink(file)
    rmdir(path)
  }

  /// What the file holds.
  func contents() throws(SpreadsheetError) -> [UInt8] {
    guard let stream = fopen(file, "rb") else { throw unreadable() }
    defer { fclose(stream) }
    var contents: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      if count == 0 { break }
      contents.append(contentsOf: buffer[..<count])
    }
    guard ferror(stream) == 0, !contents.isEmpty else { throw unreadable() }
    return contents
  }

  private func unreadable() -> SpreadsheetError {
    .machine("cannot read the temporary file: \(String(cString: strerror(errno)))")
  }
}
