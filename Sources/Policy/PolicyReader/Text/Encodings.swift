import Diagnostics

/// The encodings in which documents come.
enum Encodings {
  /// The text of `bytes`: UTF-8 where they are that, else UTF-16 or GB 18030; and whether nothing in
  /// them says which.
  static func decode(_ bytes: [UInt8]) throws(PolicyFault) -> (text: String, isGuess: Bool) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw PolicyFault(
        "document-zipped",
        zh: "这是压缩文件，不是文本；Word 文件的名称须以 .docx 结尾",
        en: "this is a zip file, not a text; the name of a Word document must end in .docx"
      )
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw PolicyFault(
        "document-old-word",
        zh: "这是旧版 Word 文件（.doc）；请另存为 .docx",
        en: "this is a Word document of the old form (.doc); save it as .docx"
      )
    }
    if case .read(let text, let guess) = TextEncodings.reading(bytes) {
      return (String(decoding: text, as: UTF8.self), guess != nil)
    }
    throw PolicyFault(
      "document-encoding",
      zh: "文本不是 UTF-8、UTF-16 或 GB 18030，或几种混在一起",
      en: "the text is neither UTF-8, UTF-16 nor GB 18030, or several of them at once"
    )
  }
}
