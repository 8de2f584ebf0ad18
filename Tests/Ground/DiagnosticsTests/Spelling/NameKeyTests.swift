import Testing

@testable import Diagnostics

@Suite struct NameKeyTests {
  @Test(arguments: [
    ("周 波", "周波"), ("周\u{3000}波", "周波"), (" 英华\n", "英华"), ("（一）", "(一)"),
    ("ＬＮＧ", "lng"), ("LNG接收站", "lng接收站"), ("：，！", ":,!"), ("２０２５", "2025"),
  ])
  func `spaces, full-width forms and capitals make no difference`(_ a: String, _ b: String) {
    #expect(NameKey(a) == NameKey(b))
    #expect(NameKey(a).text == b)
  }

  @Test(arguments: [("周波", "周坡"), ("(一)", "(二)"), ("、", ","), ("“", "\"")])
  func `other letters make one`(_ a: String, _ b: String) {
    #expect(NameKey(a) != NameKey(b))
  }

  @Test func `a key of a key is the key`() {
    for name in ["周 波", "ＡＢ（c）", "", "é", "👩‍🔬 研究"] {
      #expect(NameKey(NameKey(name).text) == NameKey(name))
    }
  }
}
