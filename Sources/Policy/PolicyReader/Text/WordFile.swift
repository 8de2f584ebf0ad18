internal import Zip

/// A Word document: a zip file whose part `word/document.xml` is the text.
struct WordFile {
  /// The XML of the document.
  let document: String
  /// How it numbers its paragraphs; `nil` where it numbers none.
  let numbering: WordNumbering?

  init(_ bytes: [UInt8]) throws(PolicyFault) {
    let parts: (document: [UInt8]?, numbering: [UInt8]?, styles: [UInt8]?)
    do throws(ZipFault) {
      var archive = try ZipArchive(bytes)
      parts = (
        try archive.part("word/document.xml"), try archive.part("word/numbering.xml"),
        try archive.part("word/styles.xml")
      )
    } catch {
      throw PolicyFault(
        zh: "不能作为 Word 文件（.docx）读取：\(error.message.zh)",
        en: "cannot be read as a Word document (.docx): \(error.message.en)"
      )
    }
    guard let part = parts.document else {
      throw PolicyFault(
        zh: "不是 Word 文件（.docx）：压缩包里没有正文",
        en: "not a Word document (.docx): the archive holds no text"
      )
    }
    document = try Self.text(part)
    // Without sound settings the text is still there; its numbers are not.
    let lists = parts.numbering.flatMap { part in try? Self.text(part) }
    numbering = lists.map { lists in
      WordNumbering(
        numbering: lists,
        styles: parts.styles.flatMap { part in try? Self.text(part) } ?? ""
      )
    }
  }

  private static func text(_ part: [UInt8]) throws(PolicyFault) -> String {
    guard let text = String(validating: part, as: UTF8.self) else {
      throw PolicyFault(
        zh: "Word 文件的正文不是 UTF-8",
        en: "the text of the Word document is not UTF-8"
      )
    }
    // Nothing here would expand an entity; a document that declares some is not Word's.
    guard !text.isEmpty, text.firstDeclaration == nil else {
      throw PolicyFault(
        zh: "Word 文件的正文为空，或声明了实体，不予读取",
        en: "the text of the Word document is empty or declares entities, and is not read"
      )
    }
    return text
  }
}

extension String {
  /// Where a document type or an entity is declared.
  fileprivate var firstDeclaration: Int? {
    let bytes = Array(utf8)
    var position = 0
    while let mark = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = mark + 1
      guard position + 8 <= bytes.count, bytes[position] == UInt8(ascii: "!") else { continue }
      let word = String(decoding: bytes[(position + 1)..<(position + 8)], as: UTF8.self)
      if word.uppercased() == "DOCTYPE" || word.uppercased().hasPrefix("ENTITY") { return mark }
    }
    return nil
  }
}
