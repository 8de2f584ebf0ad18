import Bilingual
import ChainQueries
import TestSupport
import Testing

struct SyntaxTests {
  @Test(arguments: Fuzzing.seeds(1_500))
  func `an expression that is printed reads back as the same query`(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let graph = try ChainSketch.randomWhole(&generator).graph()
    var random = RandomExpression(graph)
    let text = random.expression(generator.number(below: 6), &generator)
    let query = try Query(parsing: text)
    for language in Language.allCases {
      let printed = query.text(in: language)
      #expect(try Query(parsing: printed) == query, "seed \(seed): \(text) → \(printed)")
      #expect(try Query(parsing: printed).text(in: language) == printed, "seed \(seed)")
    }
  }

  @Test(
    arguments: [
      ("a+b -c", "a + b - c"), ("a + b & c", "a + b & c"), ("(a + b) & c", "(a + b) & c"),
      ("a - (b - c)", "a - (b - c)"), ("((a))", "a"), ("上游( a ,2 )", "upstream(a, 2)"),
      ("led-by(a)", "led-by(a)"), ("a -b", "a - b"), ("a- b", "a - b"), ("a-b", "a-b"),
      ("“a b”", "\"a b\""), ("'it\\'s'", "\"it's\""), ("企业:「a(b)」", "企业:\"a(b)\""),
      ("上游（a，2）＆b", "upstream(a, 2) & b"), ("设 x = a 则 x", "let x = a in x"),
      ("let x = a in (let y = b in x & y)", "let x = a in let y = b in x & y"),
      ("(let x = a in x) & b", "(let x = a in x) & b"),
      ("where(a, not (b = c or d ~ e) and f)", "where(a, not (b = c or d ~ e) and f)"),
      ("where(a, (b = c or d) and 有(e))", "where(a, (b = c or d) and has(e))"),
      ("where(a, b >= 20   万千瓦)", "where(a, b >= 20 万千瓦)"),
      ("where(a, b ＞＝ -5 %)", "where(a, b >= -5 %)"),
      ("where(a, b≥5 or c ≦ 5 or d≠e)", "where(a, b >= 5 or c <= 5 or d != e)"),
      ("where(a, b ＞ ２０ 吨 or c=２.５吨)", "where(a, b > 20 吨 or c = 2.5吨)"),
      ("上游（a，２）", "upstream(a, 2)"),
      ("类别(企业, 项目)", "kind(企业, 项目)"), ("缺链()", "gaps()"), ("UPSTREAM(a)", "upstream(a)"),
    ]
  )
  func `the canonical form has one space around signs and the brackets that are needed`(
    _ text: String,
    _ canonical: String
  ) throws {
    #expect(try Query(parsing: text).text(in: .en) == canonical)
  }

  @Test func `& binds tighter than + and -, which go from left to right`() throws {
    #expect(try Query(parsing: "a + b & c") == Query(parsing: "a + (b & c)"))
    #expect(try Query(parsing: "a + b & c") != Query(parsing: "(a + b) & c"))
    #expect(try Query(parsing: "a - b - c") != Query(parsing: "a - (b - c)"))
  }

  @Test(arguments: Fuzzing.seeds(400))
  func `random bytes are an expression or a fault, and never a crash`(_ seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let bytes = (0..<generator.number(below: 300)).map { _ in UInt8(generator.number(below: 256)) }
    _ = try? Query(parsing: String(decoding: bytes, as: UTF8.self))
    let scalars = (0..<generator.number(below: 60)).compactMap { _ in
      Unicode.Scalar(UInt32(generator.number(below: 0x11_0000)))
    }
    _ = try? Query(parsing: String(String.UnicodeScalarView(scalars)))
  }

  private static let tokens =
    ["a", "锂*", "\"x\"", "(", ")", ",", "+", "&", "-", "=", "!=", ">=", "~", "let", "in", "设", "则"]
    + ["and", "or", "not", "has", "20", "万千瓦", "where(", "上游(", "paths(", "maybe(", ":", "“", "\\"]

  @Test(arguments: Fuzzing.seeds(2_000))
  func `random tokens are an expression or a fault, and never a crash`(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let text = (0..<generator.number(below: 25)).map { _ in
      Self.tokens[generator.number(below: Self.tokens.count)]
    }.joined(separator: generator.oneIn(3) ? "" : " ")
    guard let query = try? Query(parsing: text) else { return }
    #expect(try Query(parsing: query.text(in: .zh)) == query, "\(text)")
  }

  @Test(
    arguments: [
      String(repeating: "(", count: 30_000), String(repeating: "上游(", count: 5_000),
      String(repeating: "let x = ", count: 5_000),
      "where(a, " + String(repeating: "not ", count: 10_000) + "b)",
      "where(a, " + String(repeating: "(", count: 30_000),
      String(repeating: "let x = a in ", count: 3_000) + "x",
    ]
  )
  func `deep nesting is a fault`(_ text: String) {
    let fault = #expect(throws: QueryFaults.self) { try Query(parsing: text) }
    #expect(fault?.faults.first?.category == .limit)
    #expect(fault?.diagnostics.first?.code == "query-too-deep")
  }

  @Test func `ten megabytes are a fault, told at once`() {
    let text = String(repeating: "a + ", count: 2_500_000) + "a"
    let fault = #expect(throws: QueryFaults.self) { try Query(parsing: text) }
    #expect(fault?.diagnostics.first?.code == "query-too-long")
  }

  @Test func `a long sum is no deeper than a short one`() throws {
    let text = String(repeating: "a + ", count: 10_000) + "a"
    #expect(try Query(parsing: text).text(in: .en) == text)
  }
}
