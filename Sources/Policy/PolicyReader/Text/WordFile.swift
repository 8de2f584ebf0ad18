internal import XML
internal import Zip

/// A Word document: a zip file whose part `word/document.xml` is the text.
struct WordFile {
  /// The lines of the text.
  let text: String
  /// What is doubtful about the numbers before its paragraphs, with the line.
  let doubts: [(line: Int, reason: ReviewReason)]

  /// - Throws: A fault when the bytes are no archive, or the text in it is not Word's.
  /// - Complexity: O(*n*) over what the archive unpacks to.
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
        "word-unreadable",
        zh: "不能作为 Word 文件（.docx）读取：\(error.message.zh)",
        en: "cannot be read as a Word document (.docx): \(error.message.en)"
      )
    }
    guard let document = parts.document else {
      throw PolicyFault(
        "word-without-text",
        zh: "不是 Word 文件（.docx）：压缩包里没有正文",
        en: "not a Word document (.docx): the archive holds no text"
      )
    }
    // Without sound settings the text is still there; its numbers are not.
    var numbering: WordNumbering?
    var isDamaged = false
    do throws(XMLFault) {
      numbering = try parts.numbering.map { part throws(XMLFault) in
        try WordNumbering(numbering: part, styles: parts.styles)
      }
    } catch {
      isDamaged = true
    }
    let read = try WordText(document, numbering: numbering)
    text = read.text
    doubts = (isDamaged ? [(line: 1, reason: .lostNumber)] : []) + read.doubts
  }
}
