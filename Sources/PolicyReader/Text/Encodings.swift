#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The encodings in which documents come.
enum Encodings {
  /// The text of `bytes`: UTF-8 where they are that, else GB 18030.
  static func decode(_ bytes: [UInt8]) throws(PolicyFault) -> String {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw PolicyFault(
        zh: "这是压缩文件，不是文本；Word 文件的名称须以 .docx 结尾",
        en: "this is a zip file, not a text; the name of a Word document must end in .docx"
      )
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw PolicyFault(
        zh: "这是旧版 Word 文件（.doc）；请另存为 .docx",
        en: "this is a Word document of the old form (.doc); save it as .docx"
      )
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    if let text = fromNationalStandard(bytes) { return text }
    throw PolicyFault(
      zh: "文本既不是 UTF-8 也不是 GB 18030",
      en: "the text is neither UTF-8 nor GB 18030"
    )
  }

  /// What `bytes` say in GB 18030; `nil` when they say nothing in it.
  private static func fromNationalStandard(_ bytes: [UInt8]) -> String? {
    #if canImport(Glibc)
      guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else {
        return nil
      }
      defer { iconv_close(converter) }
      var input = bytes.map { CChar(bitPattern: $0) }
      // Two bytes become three at most, and one or four never more than four.
      var output = [CChar](repeating: 0, count: bytes.count * 2 + 16)
      let written: Int? = input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
          // The C call moves both pointers; the buffers outlive it.
          var from = source.baseAddress
          var to = target.baseAddress
          var (left, room) = (source.count, target.count)
          let outcome = iconv(converter, &from, &left, &to, &room)
          return outcome == -1 || left > 0 ? nil : target.count - room
        }
      }
      guard let written else { return nil }
      return String(decoding: output[..<written].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    #else
      return nil
    #endif
  }
}
