import ChainPages
import Testing

@Suite struct RequestTargetTests {
  @Test func `a path is cut before it is decoded, so a slash can be a letter of a name`() throws {
    let target = try RequestTarget("/api/v1/show/%E7%94%B2%2F%E4%B9%99?lang=zh")
    #expect(target.path == ["api", "v1", "show", "甲/乙"])
    #expect(target.value("lang") == "zh")
    #expect(target.rawPath == "/api/v1/show/%E7%94%B2%2F%E4%B9%99")
  }

  @Test func `the root has no parts, and a slash at the end is an empty one`() {
    #expect((try? RequestTarget("/"))?.path == [])
    #expect((try? RequestTarget("/a/"))?.path == ["a", ""])
  }

  @Test func `a plus is a space in a query and itself in a path`() {
    let target = try? RequestTarget("/a+b?q=%E9%94%82+%2B&flag&q=2")
    #expect(target?.path == ["a+b"])
    #expect(target?.items.map(\.name) == ["q", "flag", "q"])
    #expect(target?.items.map(\.value) == ["锂 +", "", "2"])
  }

  @Test(arguments: ["", "a", "http://x/", "/%", "/%4", "/%zz", "/%FF", "/?a=%E9%94", "*"])
  func `what cannot be decoded is no target`(text: String) {
    #expect(throws: RequestTarget.Fault.self) { try RequestTarget(text) }
  }

  @Test func `taking an item out keeps the others as they were sent`() {
    let target = try? RequestTarget("/p?a=%31&token=x&b&to%6Ben=y")
    #expect(target?.without("token") == "/p?a=%31&b")
    #expect((try? RequestTarget("/p?token=x"))?.without("token") == "/p")
  }
}
