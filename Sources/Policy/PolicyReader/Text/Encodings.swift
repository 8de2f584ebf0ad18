import Diagnostics

/// The encodings in which documents come.
enum Encodings {
  /// The text of `bytes`: UTF-8 where they are that, else UTF-16 or GB 18030; and whether nothing in
  /// them says which.
  static func decode(_ bytes: [UInt8]) throws(PolicyFault) -> (text: String, isGuess: Bool) {
    if let fault = other(bytes) { throw fault }
    if case .read(let text, let guess) = TextEncodings.reading(bytes) {
      return (String(decoding: text, as: UTF8.self), guess != nil)
    }
    throw PolicyFault(
      "document-encoding",
      zh: "文本不是 UTF-8、UTF-16 或 GB 18030，或几种混在一起",
      en: "the text is neither UTF-8, UTF-16 nor GB 18030, or several of them at once"
    )
  }

  /// What begins files of other forms, and what to do with each.
  private static let others: [(start: [UInt8], code: String, zh: String, en: String)] = [
    (
      [0x50, 0x4B, 0x03, 0x04], "document-zipped",
      "这是压缩文件，不是文本；Word 文件的名称须以 .docx 结尾",
      "this is a zip file, not a text; the name of a Word document must end in .docx"
    ),
    (
      [0xD0, 0xCF, 0x11, 0xE0], "document-old-word",
      "这是旧版 Word（.doc）或 WPS（.wps）文件；请另存为 .docx",
      "this is a document of the old form of Word (.doc) or of WPS (.wps); save it as .docx"
    ),
    (
      Array("%PDF".utf8), "document-pdf",
      "这是 PDF，不是文本；先取出文字：pdftotext -layout 文件.pdf 文件.txt，扫描件须先识别文字",
      "this is a PDF, not a text; take its text out first: pdftotext -layout FILE.pdf FILE.txt; a scan has to "
        + "be recognised first"
    ),
    (
      Array("{\\rtf".utf8), "document-rtf",
      "这是 RTF 文件；请用 Word 或 WPS 另存为 .docx",
      "this is an RTF file; save it as .docx in Word or WPS"
    ),
    (
      [0x89, 0x50, 0x4E, 0x47], "document-image",
      "这是图片，没有文字；请先识别文字，另存为 .txt",
      "this is an image and holds no text: recognise its text first, and save it as .txt"
    ),
    (
      [0xFF, 0xD8, 0xFF], "document-image",
      "这是图片，没有文字；请先识别文字，另存为 .txt",
      "this is an image and holds no text: recognise its text first, and save it as .txt"
    ),
  ]

  /// The fault of a file that is no text; `nil` where nothing says so.
  private static func other(_ bytes: [UInt8]) -> PolicyFault? {
    others.first { bytes.starts(with: $0.start) }
      .map { PolicyFault($0.code, zh: $0.zh, en: $0.en) }
  }
}
