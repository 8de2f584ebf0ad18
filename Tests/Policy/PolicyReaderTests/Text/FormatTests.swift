import PolicyReader
import TestSupport
import Testing

/// The forms of files, sound and hostile.
struct FormatTests {
  private func statements(_ bytes: [UInt8], _ format: PolicyFormat) throws -> [String] {
    try PolicyDocument(bytes: bytes, format: format).statements.map(Facts.line)
  }

  private func word(_ body: String) -> [UInt8] {
    let xml =
      "<?xml version=\"1.0\"?><w:document xmlns:w=\"\(WordForm.transitional)\"><w:body>\(body)</w:body></w:document>"
    return StoredZip.bytes([("word/document.xml", Array(xml.utf8))])
  }

  @Test func `the ending of a name tells the form`() {
    #expect(PolicyFormat(path: "a/意见.DOCX") == .docx)
    #expect(PolicyFormat(path: "意见.htm") == .html)
    #expect(PolicyFormat(path: "意见") == .txt)
  }

  @Test func `GB 18030 is read where the bytes are no UTF-8`() throws {
    // 一、任务。(市工信局负责)
    let bytes: [UInt8] = [
      0xD2, 0xBB, 0xA1, 0xA2, 0xC8, 0xCE, 0xCE, 0xF1, 0xA1, 0xA3, 0x28, 0xCA, 0xD0, 0xB9, 0xA4,
      0xD0, 0xC5, 0xBE, 0xD6, 0xB8, 0xBA, 0xD4, 0xF0, 0x29,
    ]
    #expect(try statements(bytes, .txt) == ["一: responsible 市工信局"])
    let reasons = { (bytes: [UInt8], format: PolicyFormat) in
      try PolicyDocument(bytes: bytes, format: format).review.map(\.reason)
    }
    #expect(try reasons(bytes, .txt).contains(.guessedEncoding))
    #expect(try reasons(bytes, .html).contains(.guessedEncoding))
    #expect(
      !(try reasons(Array("<meta charset=\"gbk\">".utf8) + bytes, .html)).contains(.guessedEncoding)
    )
    #expect(!(try reasons(Array("一、任务。".utf8), .txt)).contains(.guessedEncoding))
    #expect(throws: PolicyFault.self) { try statements([0xFF, 0xFF, 0x80], .txt) }
  }

  @Test func `paragraphs and tables of a Word document are lines`() throws {
    let body = """
      <w:p><w:r><w:t>一、任</w:t></w:r><w:r><w:t>务</w:t></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>任务</w:t></w:r></w:p></w:tc>
      <w:tc><w:p><w:r><w:t>牵头单位</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>责任单位</w:t></w:r></w:p></w:tc></w:tr>
      <w:tr><w:tc><w:p><w:r><w:t>建平台</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc>
      <w:tc><w:p><w:r><w:t>市数据局、</w:t></w:r></w:p><w:p><w:r><w:t>市科技局 &amp; 港口委</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      """
    #expect(
      try statements(word(body), .docx) == ["一/建平台: responsible 市数据局、市科技局、港口委"]
    )
  }

  @Test(
    arguments: [
      (
        "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><d>&b;</d>",
        "in line 1, column 13: the XML declares a document type or entities"
      ),
      ("<!DOCTYPE d SYSTEM \"http://127.0.0.1/\"><d/>", "the XML declares a document type"),
      (
        "<w:document xmlns:w=\"\(WordForm.transitional)\"><w:p></w:document>",
        "column 91: the end tag"
      ),
      ("<w:document/>", "the prefix stands for no namespace"),
      ("<document><p><t>一、任务</t></p></document>", "its text is no WordprocessingML"),
      ("<w:p xmlns:w=\"\(WordForm.transitional)\"/>", "its text is no WordprocessingML"),
      ("", "the XML has no element"),
    ]
  )
  func `a text that is no XML of Word, or declares entities, is refused with the reason`(
    xml: String,
    reason: String
  ) throws {
    let file = StoredZip.bytes([("word/document.xml", Array(xml.utf8))])
    let fault = #expect(throws: PolicyFault.self) { try statements(file, .docx) }
    let message = try #require(fault?.message.en)
    #expect(message.contains(reason), "\(message)")
  }

  @Test func `elements without end are refused`() {
    let deep = String(repeating: "<w:p>", count: 100_000)
    #expect(throws: PolicyFault.self) { try statements(word(deep), .docx) }
  }

  @Test func `a broken file and one that unpacks to too much are refused`() throws {
    #expect(throws: PolicyFault.self) { try statements(Array("no zip".utf8), .docx) }
    #expect(throws: PolicyFault.self) { try statements([], .docx) }
    let other = StoredZip.bytes([("a.txt", [65])])
    #expect(throws: PolicyFault.self) { try statements(other, .docx) }
    let bomb = StoredZip.bytes([("word/document.xml", [3, 0])], claimedSize: 3 << 30)
    #expect(throws: PolicyFault.self) { try statements(bomb, .docx) }
    let zip = StoredZip.bytes([("a", [65])])
    #expect(throws: PolicyFault.self) { try statements(zip, .txt) }
  }

  @Test func `a page gives its text without scripts, and entities do not expand`() throws {
    let page = """
      <!DOCTYPE html [<!ENTITY a "市财政局">]><html><head><title>x</title></head><body>
      <script>document.write("<p>一、假</p>")</script><style>p{}</style><!-- 二、假 -->
      <div><p>一、任务&#12290;&nbsp;做事。</p><p>（责任单位&#xFF1A;市科技局、&a;市商务局）</p></div></body>
      """
    #expect(try statements(Array(page.utf8), .html) == ["一: responsible 市科技局、市商务局"])
    for broken in ["<p", "<script>", "&", "&#99999999999;", "<!--", "</", "<p>&#x;</p>"] {
      #expect(try statements(Array(broken.utf8), .html).isEmpty)
    }
  }

  @Test(
    arguments: [
      ("%PDF-1.7\n甲", "document-pdf", "pdftotext"), ("{\\rtf1 a}", "document-rtf", ".docx"),
    ]
  )
  func `what is no text is refused with what to do`(text: String, code: String, word: String) {
    for format in [PolicyFormat.txt, .html] {
      let fault = #expect(throws: PolicyFault.self) {
        try PolicyDocument(bytes: Array(text.utf8), format: format)
      }
      #expect(fault?.code == code && fault?.message.en.contains(word) == true, "\(format)")
    }
  }

  @Test func `images are refused`() {
    for bytes in [[0x89, 0x50, 0x4E, 0x47, 0x0D] as [UInt8], [0xFF, 0xD8, 0xFF, 0xE0]] {
      let fault = #expect(throws: PolicyFault.self) {
        try PolicyDocument(bytes: bytes, format: .txt)
      }
      #expect(fault?.code == "document-image")
    }
  }
}
