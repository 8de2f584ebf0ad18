import PolicyReader
import TestSupport
import Testing

/// Numbers that Word makes, and the review of them.
struct WordNumberingTests {
  private static let numbering = """
    <w:numbering xmlns:w="\(WordForm.transitional)"><w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3"/></w:lvl>
    <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>
    <w:lvl w:ilvl="4"><w:numFmt w:val="hebrew1"/><w:lvlText w:val="%5"/></w:lvl>
    </w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
    </w:numbering>
    """
  private static let styles = """
    <w:styles xmlns:w="\(WordForm.transitional)"><w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:styleId="H1b"><w:basedOn w:val="H1"/></w:style></w:styles>
    """

  private static func settings(_ content: String) -> String {
    "<w:numbering xmlns:w=\"\(WordForm.transitional)\">\(content)</w:numbering>"
  }

  private func read(_ paragraphs: [String], numbering: String? = numbering) throws -> PolicyDocument
  {
    let xml =
      "<w:document xmlns:w=\"\(WordForm.transitional)\"><w:body>\(paragraphs.joined())</w:body></w:document>"
    var parts = [
      ("word/document.xml", Array(xml.utf8)), ("word/styles.xml", Array(Self.styles.utf8)),
    ]
    if let numbering { parts.append(("word/numbering.xml", Array(numbering.utf8))) }
    return try PolicyDocument(bytes: StoredZip.bytes(parts), format: .docx)
  }

  private func paragraph(_ text: String, list: Int, _ level: Int = 0) -> String {
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  private func styled(_ text: String, _ style: String) -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  private let who = "（责任单位：市科技局）"

  @Test func `numbers of lists, styles and restarts are put before their paragraphs`() throws {
    let document = try read([
      styled("总体", "H1"), paragraph("要求。\(who)", list: 1, 1), paragraph("目标。\(who)", list: 1, 1),
      styled("任务", "H1b"), paragraph("攻关。\(who)", list: 1, 1), paragraph("细项。\(who)", list: 1, 2),
      paragraph("保障。\(who)", list: 2), paragraph("附则。\(who)", list: 2),
    ])
    #expect(
      document.statements.map(\.place) == [
        "一/(一)", "一/(二)", "二/(一)", "二/(一)/1", "七", "八",
      ]
    )
    #expect(document.review.contains { $0.reason == .automaticNumbers && $0.line == 1 })
  }

  @Test func `what an earlier version said of the number does not count, an empty paragraph does`()
    throws
  {
    let changed =
      "<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>引言</w:t></w:r></w:p>"
    let document = try read([changed, paragraph("", list: 1), paragraph("任务。\(who)", list: 1)])
    #expect(document.statements.map(\.place) == ["二"])
  }

  @Test func `bullets have no number, and a number that is not known is a doubt`() throws {
    let document = try read([
      paragraph("甲", list: 1, 3), paragraph("乙", list: 1, 4), paragraph("丙", list: 9),
    ])
    #expect(document.review.filter { $0.reason == .lostNumber }.map(\.line) == [2, 3])
    let without = try read([paragraph("甲", list: 1)], numbering: nil)
    #expect(without.review.contains { $0.reason == .lostNumber })
  }

  @Test func `settings that cannot be read are a doubt`() throws {
    let document = try read([styled("任务。\(who)", "H1")], numbering: "<w:numbering/>")
    #expect(document.review.contains { $0.reason == .lostNumber && $0.line == 1 })
  }

  @Test func `settings of any text do no harm`() throws {
    for settings in [
      "", "<", "<w:lvl w:ilvl=\"1\"/>", Self.settings("<w:lvl w:ilvl=\"99999999999999999999\"/>"),
      Self.settings("<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"),
      Self.numbering.replacing("</w:numbering>", with: ""),
      Self.numbering.replacing(
        "w:start w:val=\"1\"",
        with: "w:start w:val=\"9223372036854775807\""
      ),
      Self.numbering.replacing("%1、", with: "%%%9%1"),
      Self.styles.replacing("H1\"", with: "H1b\""),
    ] {
      let document = try read(
        [paragraph("任务。\(who)", list: 1), styled("任务", "H1b")],
        numbering: settings
      )
      #expect(document.statements.count == 1)
    }
  }
}
