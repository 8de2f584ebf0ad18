import PolicyReader
import TestSupport
import Testing

/// A document means the same whatever prefix its vocabulary has.
struct WordNamespaceTests {
  private static let forms = [
    WordForm(namespace: WordForm.transitional, prefix: "ns0", attributePrefix: "ns0"),
    WordForm(namespace: WordForm.transitional, prefix: "文", attributePrefix: "x"),
    WordForm(namespace: WordForm.transitional, prefix: "", attributePrefix: "w"),
    WordForm(namespace: WordForm.transitional, prefix: "", attributePrefix: ""),
    WordForm(namespace: WordForm.strict, prefix: "w", attributePrefix: "w"),
    WordForm(namespace: WordForm.strict, prefix: "", attributePrefix: "s"),
  ]

  /// Headings by a style, items of a list, a setting of an earlier version, a tab, a break, a table,
  /// and elements of another vocabulary.
  private static let parts = [
    (
      "word/document.xml",
      """
      <w:document><w:body>
      <w:p><w:r><w:t>某市产业链行动方案</w:t></w:r></w:p>
      <w:p><w:r><w:t>（2023年8月18日）</w:t></w:r></w:p>
      <w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>主要</w:t><w:tab/><w:t>任务</w:t></w:r></w:p>
      <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:pPrChange><w:pPr><w:numPr>\
      <w:numId w:val="7"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>攻关。到2027年，培育企业</w:t></w:r>\
      <w:r><w:t xml:space="preserve">200家 &amp; 以上。</w:t><w:br/><w:t>（牵头单位：市工信局）</w:t></w:r></w:p>
      <o:p xmlns:o="urn:other"><o:t>二、别的（责任单位：市财政局）</o:t></o:p>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>任务</w:t></w:r></w:p></w:tc>\
      <w:tc><w:p><w:r><w:t>责任单位</w:t></w:r></w:p></w:tc></w:tr>
      <w:tr><w:tc><w:p><w:r><w:t>建平台</w:t></w:r></w:p></w:tc>\
      <w:tc><w:p><w:r><w:t>市数据局、</w:t></w:r></w:p><w:p><w:r><w:t>市科技局</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      </w:body></w:document>
      """
    ),
    (
      "word/numbering.xml",
      """
      <w:numbering><w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
      </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
      """
    ),
    (
      "word/styles.xml",
      """
      <w:styles><w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:styleId="H"><w:basedOn w:val="A"/></w:style></w:styles>
      """
    ),
  ]

  private func read(_ form: WordForm) throws -> PolicyDocument {
    try PolicyDocument(bytes: form.file(Self.parts), format: .docx)
  }

  @Test(arguments: forms)
  func `any prefix, none, and the strict form give the draft of the usual one`(_ form: WordForm)
    throws
  {
    let usual = try read(
      WordForm(namespace: WordForm.transitional, prefix: "w", attributePrefix: "w")
    )
    #expect(
      usual.statements.map(Facts.line) == [
        "一/(三): lead 市工信局", "一/(三)/建平台: responsible 市数据局、市科技局",
      ]
    )
    #expect(usual.targets.count == 1)
    let other = try read(form)
    #expect(other.review == usual.review)
    let (draft, wanted) = (
      PolicyDraft(of: other, path: "x.docx"), PolicyDraft(of: usual, path: "x.docx")
    )
    #expect(draft.files.map(\.text) == wanted.files.map(\.text))
    #expect(draft.files.map(\.name) == wanted.files.map(\.name))
  }

  @Test func `elements of another vocabulary are no text, whatever their names`() throws {
    let form = WordForm(namespace: "urn:other", prefix: "w", attributePrefix: "w")
    #expect(throws: PolicyFault.self) { try read(form) }
  }
}
