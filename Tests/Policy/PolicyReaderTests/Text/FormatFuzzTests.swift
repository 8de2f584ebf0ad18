import PolicyReader
import TestSupport
import Testing

/// Files of every form that nearly are one: a reading or a fault, and soon.
struct FormatFuzzTests {
  private static let word = """
    <?xml version="1.0"?><w:document xmlns:w="\(WordForm.transitional)"><w:body>\
    <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>任务</w:t></w:r></w:p>\
    <w:p><w:r><w:t xml:space="preserve">1.攻关。</w:t><w:tab/><w:br/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r>\
    <w:t>建平台</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>（责任单位：市科技局 &amp; 市数据局）</w:t></w:r></w:p></w:tc>\
    </w:tr></w:tbl></w:body></w:document>
    """
  private static let numbering = """
    <w:numbering xmlns:w="\(WordForm.transitional)"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">\
    <w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>\
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
    """
  private static let page = """
    <!DOCTYPE html><html><head><title>x</title></head><body><script>a("<p>")</script><!-- 注 -->\
    <div><p>一、任务&#12290;&nbsp;做事。</p><table><tr><td>甲</td><td>（责任单位&#xFF1A;市科技局）</td></tr></table></div></body>
    """
  private static let text =
    "一、任务\n（一）攻关。到2027年，培育企业200家以上。（牵头单位：市工信局；责任单位：市科技局等）\n附件1\n"

  private static let markup = Mutator(tokens: [
    "<w:p>", "</w:p>", "<w:tbl>", "</w:tc>", "<w:num w:numId=\"9\">", " w:val=\"-1\"",
    "w:val=\"99999999999999999999\"",
    "%1", "%9", "&amp;", "&#x110000;", "&#0;", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE", "<?",
    "?>", "<td>", "</",
    ">", "<", "\"", "<script>", "<p", "\u{FEFF}",
  ])
  private static let words = Mutator(tokens: [
    "一、", "（一）", "1.", "①", "第三条", "附件\n", "：", "责任单位：", "（", "）", "、", "。", "\n", "\t", "到2025年",
    "达到", "50家",
    "99999999999999999999亿元", "--", "\u{0}", "\u{FEFF}", "\u{200B}",
  ])

  private func read(_ bytes: [UInt8], _ format: PolicyFormat) {
    do throws(PolicyFault) {
      _ = PolicyDraft(of: try PolicyDocument(bytes: bytes, format: format), path: "x")
    } catch {
      #expect(!error.message.zh.isEmpty && !error.message.en.isEmpty)
    }
  }

  @Test func `parts of a Word document with fitting checksums`() {
    for seed in Fuzzing.seeds(300) {
      var random = SplitMix64(seed: seed)
      var parts = [
        (name: "word/document.xml", bytes: Array(Self.word.utf8)),
        (name: "word/numbering.xml", bytes: Array(Self.numbering.utf8)),
      ]
      let part = random.number(below: 2)
      parts[part].bytes = Self.markup.changed(parts[part].bytes, &random)
      read(StoredZip.bytes(parts), .docx)
    }
  }

  @Test func `the bytes of a Word document`() {
    let sound = StoredZip.bytes([("word/document.xml", Array(Self.word.utf8))])
    for seed in Fuzzing.seeds(300) {
      var random = SplitMix64(seed: seed)
      read(Self.markup.changed(sound, &random), .docx)
    }
  }

  @Test func `pages of the web`() {
    for seed in Fuzzing.seeds(300) {
      var random = SplitMix64(seed: seed)
      read(Self.markup.changed(Array(Self.page.utf8), &random), .html)
    }
  }

  @Test func `plain text, half characters included`() {
    for seed in Fuzzing.seeds(300) {
      var random = SplitMix64(seed: seed)
      read(Self.words.changed(Array(Self.text.utf8), &random), .txt)
    }
  }

  @Test func `keys to measure by`() {
    let key = #"{"statements":[{"heading_path":["一"],"lead":["市科技局"]}],"projects":["甲"]}"#
    let mutator = Mutator(tokens: [
      "{", "}", "[", "]", ",", ":", "\"", "\\ud800", "null", "-", "1e999", "true",
    ])
    for seed in Fuzzing.seeds(300) {
      var random = SplitMix64(seed: seed)
      do throws(PolicyFault) {
        _ = try ScoreKey(json: mutator.changed(Array(key.utf8), &random))
      } catch {
        #expect(!error.message.zh.isEmpty)
      }
    }
  }
}
