import ChainModel
import TestSupport
import Testing

@Suite struct CreditCodeTests {
  private static let characters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

  /// The value of a character, and 3 to the power of its place, modulo 31, as GB 32100 has it.
  private static func check(_ code: [Character]) -> Character {
    var sum = 0
    for (place, character) in code.prefix(17).enumerated() {
      var weight = 1
      for _ in 0..<place { weight = weight * 3 % 31 }
      sum += (characters.firstIndex(of: character) ?? 0) * weight
    }
    return characters[(31 - sum % 31) % 31]
  }

  /// Digits and letters by their values 0 to 35, as GB 11714 has it.
  private static func organisationCheck(_ code: [Character]) -> Character {
    let sum = zip(code, [3, 7, 9, 10, 5, 8, 4, 2])
      .reduce(0) { $0 + (Int(String($1.0), radix: 36) ?? 0) * $1.1 }
    return ["0", "X", "9", "8", "7", "6", "5", "4", "3", "2", "1"][sum % 11]
  }

  private static func code(_ generator: inout SplitMix64) -> [Character] {
    var code = (0..<16).map { _ in characters[generator.number(below: 31)] }
    code.append(organisationCheck(Array(code[8...])))
    code.append(check(code))
    return code
  }

  @Test func `codes made by the two standards are read`() throws {
    for seed in 0..<1_000 {
      var generator = SplitMix64(seed: UInt64(seed))
      let text = String(Self.code(&generator))
      let code = try CreditCode(parsing: text)
      #expect(code.description == text, "seed \(seed)")
    }
  }

  @Test func `every single wrong character is found`() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<4 {
      let code = Self.code(&generator)
      for place in 0..<18 {
        for character in Self.characters where character != code[place] {
          var wrong = code
          wrong[place] = character
          #expect(throws: CreditCode.Fault.self) { try CreditCode(parsing: String(wrong)) }
        }
      }
    }
  }

  @Test func `every two neighbours that changed places are found`() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<60 {
      let code = Self.code(&generator)
      for place in 0..<17 where code[place] != code[place + 1] {
        var wrong = code
        wrong.swapAt(place, place + 1)
        #expect(throws: CreditCode.Fault.self) { try CreditCode(parsing: String(wrong)) }
      }
    }
  }

  @Test func `an organisation code that fails its own check is read all the same`() throws {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<200 {
      var code = Self.code(&generator)
      code[16] = code[16] == "7" ? "8" : "7"
      code[17] = Self.check(code)
      #expect(try CreditCode(parsing: String(code)).description == String(code))
    }
  }

  @Test func `a code is read as people write it`() throws {
    var generator = SplitMix64(seed: 4)
    let code = String(Self.code(&generator))
    let wide = String(
      String.UnicodeScalarView(
        code.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }
      )
    )
    for text in [
      code.lowercased(), wide, wide.lowercased(), " \(code)\u{A0}", "'\(code)", "\(code)\n\u{FEFF}",
      code.prefix(8) + " " + code.dropFirst(8),
    ] {
      #expect(try CreditCode(parsing: text).description == code, "\(text)")
    }
  }

  @Test(arguments: [
    ("", CreditCode.Fault.length(0)), ("无", .length(1)), ("12345678-9", .length(10)),
    ("911101080000000000O", .length(19)), ("9.12E+17", .number("9.12E+17")),
    ("9111010800000O0000", .character("O", position: 14)),
    ("9111010800000-0000", .character("-", position: 14)),
    ("91110108000000000é", .character("É", position: 18)),
  ])
  func `what is wrong is told`(_ text: String, _ fault: CreditCode.Fault) {
    let text = text.replacing("é", with: "É")
    #expect(throws: fault) { try CreditCode(parsing: text) }
    #expect(!fault.message.zh.isEmpty && !fault.message.en.isEmpty)
  }

  @Test func `the character that the check asks for is told`() {
    var generator = SplitMix64(seed: 5)
    var code = Self.code(&generator)
    let expected = code[17]
    code[17] = expected == "1" ? "2" : "1"
    let fault = CreditCode.Fault.check(found: code[17], expected: expected)
    #expect(throws: fault) { try CreditCode(parsing: String(code)) }
    #expect(fault.message.en.contains("'\(expected)' is expected"))
    #expect(fault.message.zh.contains("应为“\(expected)”"))
  }

  @Test func `a letter that no code has is told with the one that looks like it`() {
    let help = CreditCode.Fault.character("O", position: 3).help
    #expect(help?.en.contains("'0'") == true && help?.zh.contains("“0”") == true)
    #expect(CreditCode.Fault.character("-", position: 3).help == nil)
  }
}
