import Foundation
import TestSupport
import Testing

@testable import ChainExplorer

@Suite struct APITests {
  /// What is asked: an address under the API, and the command that says the same.
  struct Pair: Sendable, CustomTestStringConvertible {
    let target: String
    let command: [String]
    var testDescription: String { target }

    init(_ target: String, _ command: String...) {
      self.target = target
      self.command = command
    }
  }

  static let pairs = [
    Pair("find/锂", "find", "锂"),
    Pair("find/jxsh?kind=enterprise", "find", "jxsh", "--kind", "enterprise"),
    Pair("show/锦西石化", "show", "锦西石化"), Pair("show/enterprise:锦西石化", "show", "enterprise:锦西石化"),
    Pair("upstream/高端聚烯烃?depth=2", "upstream", "高端聚烯烃", "--depth", "2"),
    Pair("upstream/高端聚烯烃?explain&lang=en", "upstream", "高端聚烯烃", "--explain", "--lang", "en"),
    Pair("downstream/芳烃", "downstream", "芳烃"),
    Pair("gaps/泳装?at=2031-05-01", "gaps", "泳装", "--at", "2031-05-01"),
    Pair("downstream/芳烃?basis=document", "downstream", "芳烃", "--basis", "document"),
    Pair("paths/原油炼制/高端聚烯烃", "paths", "原油炼制", "高端聚烯烃"),
    Pair("paths/原油炼制/高端聚烯烃?limit=1", "paths", "原油炼制", "高端聚烯烃", "--limit", "1"),
    Pair("layers/泳装?explain=true", "layers", "泳装", "--explain"), Pair("gaps", "gaps"),
    Pair(
      "gaps?scope=泳装&state=lacking&state=short&state=未查",
      "gaps",
      "泳装",
      "--state",
      "lacking",
      "--state",
      "short",
      "--state",
      "unknown"
    ),
    Pair("owners/泰峰锂业碳酸锂项目?explain", "owners", "泰峰锂业碳酸锂项目", "--explain"),
    Pair("duties/市工信局?role=lead&inherited", "duties", "市工信局", "--role", "lead", "--inherited"),
    Pair(
      "duties/市工信局?role=牵头&kind=task&inherited=false",
      "duties",
      "市工信局",
      "--role",
      "牵头",
      "--kind",
      "task"
    ),
    Pair("audit", "audit"), Pair("audit?rule=no-lead", "audit", "--rule", "no-lead"),
    Pair("alignment", "alignment"), Pair("alignment?lang=en", "alignment", "--lang", "en"),
    Pair("workload", "workload"), Pair("stats", "stats"), Pair("check", "check"),
    Pair("query?expression=上游(高端聚烯烃)+%26+企业", "query", "上游(高端聚烯烃) & 企业"),
    Pair("query?expression=gaps(泳装)&explain", "query", "gaps(泳装)", "--explain"),
    Pair("query?expression=paths(原油炼制,高端聚烯烃,5)", "query", "paths(原油炼制,高端聚烯烃,5)"),
    Pair("impact?node=锦西石化&node=英华", "impact", "锦西石化", "英华"),
    Pair("list/responsibility", "list", "responsibility"),
    Pair("list/缺链清单?of=泳装", "list", "缺链清单", "泳装"),
    Pair(
      "list/duties?of=市工信局&role=lead&inherited",
      "list",
      "duties",
      "市工信局",
      "--role",
      "lead",
      "--inherited"
    ),
    Pair("list/projects?of=all", "list", "projects", "all"),
    Pair(
      "list/neighborhood?of=锦西石化&radius=2",
      "list",
      "neighborhood",
      "锦西石化",
      "--radius",
      "2"
    ),
  ]

  @Test(arguments: pairs)
  func `an answer is byte for byte that of the command`(pair: Pair) async throws {
    let said = try Self.command(pair.command)
    try await Site.shared().asking { ask in
      let answer = try await ask.text("/api/v1/" + Self.address(pair.target))
      #expect(answer == said)
    }
  }

  /// A fault: an address under the API, the status and the code.
  static let faults: [(String, Int, String)] = [
    ("show/无此企业", 404, "unknown-name"), ("show/石化", 409, "ambiguous-name"),
    ("layers/锦西石化", 404, "unknown-name"), ("nothing", 404, "unknown-path"),
    ("show", 404, "unknown-path"), ("show/a/b", 404, "unknown-path"),
    ("paths/原油炼制", 404, "unknown-path"), ("upstream/高端聚烯烃?depth=0", 400, "bad-parameter"),
    ("upstream/高端聚烯烃?depth=x", 400, "bad-parameter"),
    ("upstream/高端聚烯烃?depth=1&depth=2", 400, "bad-parameter"),
    ("upstream/高端聚烯烃?dept=1", 400, "unknown-parameter"), ("stats?lang=fr", 400, "bad-parameter"),
    ("stats?basis=none", 400, "bad-parameter"), ("gaps?state=gone", 400, "bad-parameter"),
    // Words of states that are told no longer.
    ("gaps?state=weak", 400, "bad-parameter"), ("gaps?state=planned", 400, "bad-parameter"),
    ("audit?rule=x", 400, "bad-parameter"), ("query", 400, "bad-view"),
    ("query?expression=", 400, "bad-parameter"), ("query?expression=上游(", 400, "expected-operand"),
    ("query?expression=无此企业", 404, "unknown-name"), ("impact", 400, "bad-view"),
    ("list/nothing", 400, "bad-view"), ("list/panorama", 400, "bad-view"),
    ("list/find", 400, "bad-view"),
    ("list/gaps?depth=1", 400, "bad-option"), ("duties/市工信局?role=leed", 400, "bad-option"),
  ]

  @Test(arguments: faults)
  func `a fault has a status, a code and words`(
    target: String,
    status: Int,
    code: String
  ) async throws {
    try await Site.shared().asking { ask in
      let response = try await ask("/api/v1/" + Self.address(target))
      #expect(response.status.code == status, "\(response.text)")
      let fault = try #require(try response.object()["error"] as? [String: Any])
      #expect(fault["code"] as? String == code)
      #expect((fault["message"] as? String)?.isEmpty == false)
    }
  }

  @Test func `a misspelt word is met with a proposal, in the language asked for`() async throws {
    try await Site.shared().asking { ask in
      let english = try await ask("/api/v1/audit?rule=no-led&lang=en")
      #expect(english.text.contains("did you mean 'no-lead'"))
      let chinese = try await ask("/api/v1/audit?rul=no-lead")
      #expect(chinese.text.contains("没有名为“rul”的参数") && chinese.text.contains("是否要写“rule”"))
    }
  }

  @Test func `what does not exist is found to be nothing`() async throws {
    try await Site.shared().asking { ask in
      let answer = try await ask("/api/v1/find/nobodyatall")
      #expect(answer.status == .ok)
      #expect(try answer.object()["count"] as? Int == 0)
    }
  }

  /// Letters as a browser would send them; signs stay signs.
  static func address(_ target: String) -> String {
    target.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed.union(["%"])) ?? target
  }

  /// What `liantu` prints as JSON about the Huludao data.
  static func command(_ words: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    let command: URL = try #require(BuiltCommand.executable)
    process.executableURL = command
    let form = words[0] == "query" ? "--output" : "--format"
    process.arguments = words + [form, "json", "--dataset", Site.huludao]
    process.environment = ["LC_ALL": "C.UTF-8"]
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return text
  }
}
