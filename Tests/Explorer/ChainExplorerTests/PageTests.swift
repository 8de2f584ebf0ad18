import Foundation
import HTTPTypes
import TestSupport
import Testing

@testable import ChainExplorer

@Suite(.serialized) struct PageTests {
  private static let swimwear = "泳装".encoded

  private static let pages = [
    "/", "/view/panorama?of=\(swimwear)", "/view/gaps?of=\(swimwear)", "/view/responsibility",
    "/view/duties?of=" + "市工信局".encoded, "/view/alignment", "/view/projects", "/lists",
    "/search?q=jxsh",
    "/home/" + "department:市工业和信息化局".encoded, "/node/" + "enterprise:锦西石化".encoded, "/?lang=en",
  ]

  @Test(arguments: pages)
  func `a page is served with its picture, and needs nothing that the policy forbids`(
    target: String
  ) async throws {
    try await Site.shared().asking { ask in
      let response = try await ask(target)
      #expect(response.status == .ok, "\(response.text.prefix(500))")
      #expect(response.headers[.contentType] == "text/html; charset=utf-8")
      let html = response.text
      #expect(html.hasPrefix("<!") && html.contains("</html>"))
      #expect(!html.contains("<style") && html.firstMatch(of: /<[^>]+ style="/) == nil)
      #expect(html.firstMatch(of: /<[^>]+ on[a-z]+="/) == nil)
      #expect(html.firstMatch(of: /<script(?![^>]* src=)(?![^>]*application\/json)/) == nil)
      #expect(html.firstMatch(of: /(src|href)="https?:/) == nil)
      #expect(response.headers[.eTag] != nil)
    }
  }

  @Test func `every address on a page leads to something`() async throws {
    try await Site.shared().asking { ask in
      var seen: Set<String> = []
      for page in ["/", "/lists", "/view/panorama?of=\(Self.swimwear)"] {
        let html = try await ask.text(page)
        for match in html.matches(of: /(?:href|src|action)="(\/[^"#]*)/) {
          seen.insert(String(match.1.replacing("&amp;", with: "&")))
        }
      }
      #expect(seen.count > 50)
      // Every page would be the work of minutes; these are of all sorts.
      let step = max(1, seen.count / 24)
      for (position, target) in seen.sorted().enumerated() where position.isMultiple(of: step) {
        let response = try await ask(target)
        #expect(response.status == .ok, "\(target): \(response.text.prefix(200))")
      }
    }
  }

  @Test func `style, script and mark have their types and are asked about each time`() async throws
  {
    try await Site.shared().asking { ask in
      let files = [
        ("/explorer.css", "text/css; charset=utf-8"),
        ("/explorer.js", "text/javascript; charset=utf-8"), ("/explorer.svg", "image/svg+xml"),
      ]
      for (target, type) in files {
        let response = try await ask(target)
        #expect(response.status == .ok && response.headers[.contentType] == type)
        #expect(response.headers[.eTag] != nil && response.body.readableBytes > 100)
      }
    }
  }

  @Test func `suggestions are JSON, while one types`() async throws {
    try await Site.shared().asking { ask in
      let response = try await ask("/suggest?q=jxsh")
      #expect(response.headers[.contentType] == "application/json; charset=utf-8")
      let hits = try JSONSerialization.jsonObject(with: Data(response.text.utf8))
      let first = try #require((hits as? [[String: Any]])?.first)
      #expect(first["name"] as? String == "锦西石化")
    }
  }

  @Test(arguments: [
    ("/nothing", 404), ("/node/nobody", 404), ("/view/nothing", 404), ("/view/panorama", 400),
    ("/view/gaps?x=1", 400), ("/a/b/c", 404), ("/?lang=fr", 400),
    ("/view/gaps?of=nobodyatall", 404),
  ])
  func `a page that is not there says so in the same dress`(
    target: String,
    status: Int
  ) async throws {
    try await Site.shared().asking { ask in
      let response = try await ask(target)
      #expect(response.status.code == status)
      #expect(response.headers[.contentType] == "text/html; charset=utf-8")
      #expect(response.headers[.cacheControl] == "no-store" && response.text.contains("</html>"))
    }
  }

  @Test func `a page whose picture died tells it in its place, and is made anew the next time`()
    async throws
  {
    let folder = try DatasetFolder()
    let site = try Site { options in
      let command = options.pictures.executable
      options.pictures.executable = "/bin/sh"
      options.pictures.arguments = [
        "-c", "[ -e \"$1/well\" ] && exec \"$0\" render-picture; kill -9 $$", command, folder.path,
      ]
    }
    try await site.asking { ask in
      let target = "/view/gaps?of=\(Self.swimwear)"
      let without = try await ask(target)
      #expect(without.status == .ok && without.text.contains("画这幅图的进程中途退出"))
      #expect(without.headers[.cacheControl] == "no-store")
      try folder.write("", to: "well")
      let with = try await ask(target)
      #expect(with.text.contains("<svg") && !with.text.contains("中途退出"))
      #expect(with.headers[.eTag] != nil)
    }
  }

  @Test func `while newer data is refused, pages say why`()
    async throws
  {
    let folder = try DatasetFolder.dataset([
      "facts.yaml": "segment:\n  - {name: 甲, source: 一}\n"
    ])
    let site = try Site(folder.path)
    try await site.asking { ask in
      #expect(try await !ask.text("/lists").contains("class=\"fault notice\""))
      try folder.write("segment:\n  - {name: 甲, '<b>&<\u{338}i>': 1}\n", to: "facts.yaml")
      try await ask.until("/lists") { $0.text.contains("class=\"fault notice\"") }
      let html = try await ask.text("/lists")
      #expect(html.contains("facts.yaml:2:") && html.contains("&lt;b&gt;&amp;&lt;\u{338}i&gt;"))
      #expect(!html.contains("<b>&"))
    }
  }
}
