import ChainQueries
import Foundation
import TestSupport
import Testing

/// The grammar that the documentation prints, as something that writes and reads.
struct Grammar {
  indirect enum Form {
    case terminal(String)
    case rule(String)
    case either([Form])
    case row([Form])
    case maybe(Form)
    case any(Form)
  }

  let rules: [String: Form]
  /// Names without a rule: what a word, a number and so on are, the text says.
  static let classes = ["word", "quoted", "number", "unit", "function"]
  static let keywords = ["let", "设", "in", "则", "and", "且", "or", "或", "not", "非", "has", "有"]

  /// Reads the block of EBNF in a page.
  init(page: URL) throws {
    let text = try String(contentsOf: page, encoding: .utf8)
    let block = try #require(text.components(separatedBy: "```ebnf\n").dropFirst().first)
    let ebnf = try #require(block.components(separatedBy: "```").first)
    var reader = EBNFReader(ebnf)
    rules = reader.rules()
  }

  // MARK: Writing

  /// A random sentence of the rule, as tokens.
  func sentence(_ form: Form, _ depth: Int, _ random: inout SplitMix64) -> [String] {
    switch form {
    case .terminal(let text): [text]
    case .rule(let name):
      rules[name].map { sentence($0, depth - 1, &random) } ?? [example(of: name, &random)]
    // The last way of each rule is the one that ends.
    case .either(let forms):
      sentence(
        forms[depth > 0 ? random.number(below: forms.count) : forms.count - 1],
        depth,
        &random
      )
    case .row(let forms): forms.flatMap { sentence($0, depth, &random) }
    case .maybe(let form): depth > 0 && random.oneIn(2) ? sentence(form, depth, &random) : []
    case .any(let form):
      (0..<(depth > 0 ? random.number(below: 3) : 0)).flatMap { _ in
        sentence(form, depth, &random)
      }
    }
  }

  private func example(of name: String, _ random: inout SplitMix64) -> String {
    let examples: [String] =
      switch name {
      case "word": ["甲", "锂*", "a-b", "2025-12", "企业", "x_1", "V型?"]
      case "quoted": ["\"a b\"", "'甲(乙)'", "“it's”", "「a\\\"」", "\"in\""]
      case "number": ["20", "1", "0.5"]
      case "unit": ["万千瓦", "%", "吨/年"]
      default: QueryFunction.allCases.filter { $0 != .where }.flatMap(\.words)
      }
    return examples[random.number(below: examples.count)]
  }

  // MARK: Reading

  /// Whether the tokens are a sentence of the rule.
  func accepts(_ tokens: [String], as rule: String) -> Bool {
    var memory: [String: Set<Int>] = [:]
    return ends(.rule(rule), 0, tokens, &memory).contains(tokens.count)
  }

  /// Where the form can end when it begins at a token.
  private func ends(
    _ form: Form,
    _ start: Int,
    _ tokens: [String],
    _ memory: inout [String: Set<Int>]
  ) -> Set<Int> {
    switch form {
    case .terminal(let text):
      return start < tokens.count && tokens[start].lowercased() == text ? [start + 1] : []
    case .rule(let name):
      guard let rule = rules[name] else {
        return start < tokens.count && Self.isOf(name, tokens[start]) ? [start + 1] : []
      }
      if let known = memory["\(name) \(start)"] { return known }
      let found = ends(rule, start, tokens, &memory)
      memory["\(name) \(start)"] = found
      return found
    case .either(let forms):
      return forms.reduce(into: []) { $0.formUnion(ends($1, start, tokens, &memory)) }
    case .row(let forms):
      return forms.reduce([start]) { starts, form in
        starts.reduce(into: []) { $0.formUnion(ends(form, $1, tokens, &memory)) }
      }
    case .maybe(let form): return ends(form, start, tokens, &memory).union([start])
    case .any(let form):
      var all: Set<Int> = [start]
      var open = [start]
      while let next = open.popLast() {
        for end in ends(form, next, tokens, &memory) where all.insert(end).inserted {
          open.append(end)
        }
      }
      return all
    }
  }

  private static func isOf(_ name: String, _ token: String) -> Bool {
    let isQuoted = token.hasPrefix("\"")
    let isWord =
      !isQuoted && !keywords.contains(token)
      && token.contains { $0.isLetter || $0.isNumber || "*?%/".contains($0) }
    switch name {
    case "quoted": return isQuoted
    case "unit": return isQuoted || isWord
    case "number": return Double(token) != nil
    case "function": return QueryFunction(word: token) != nil
    default: return isWord
    }
  }

  /// The tokens of a canonical text.
  static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == " " {
        rest.removeFirst()
      } else if first == "\"" {
        var end = rest.index(after: rest.startIndex)
        while rest[end] != "\"" {
          end = rest.index(end, offsetBy: rest[end] == "\\" ? 2 : 1)
        }
        tokens.append(String(rest[...end]))
        rest = rest[rest.index(after: end)...]
      } else if let sign = ["!=", "<=", ">="].first(where: { rest.hasPrefix($0) }) {
        tokens.append(sign)
        rest = rest.dropFirst(2)
      } else if "(),+&-=<>~".contains(first) {
        tokens.append(String(first))
        rest = rest.dropFirst()
      } else {
        let word = rest.prefix { !" (),+&=<>~\"".contains($0) && $0 != "!" }
        rest = rest.dropFirst(word.count)
        let isQualifier = word.hasSuffix(":") && rest.hasPrefix("\"")
        tokens += isQualifier ? [String(word.dropLast()), ":"] : [String(word)]
      }
    }
    return tokens
  }
}

/// Reads rules of EBNF.
private struct EBNFReader {
  private var tokens: [String] = []
  private var position = 0

  init(_ text: String) {
    var rest = Substring(text)
    while let first = rest.first {
      if first == "\"" {
        let body = rest.dropFirst().prefix { $0 != "\"" }
        tokens.append("\"" + body)
        rest = rest.dropFirst(body.count + 2)
      } else if first.isLetter {
        let name = rest.prefix { $0.isLetter }
        tokens.append(String(name))
        rest = rest.dropFirst(name.count)
      } else {
        if !first.isWhitespace { tokens.append(String(first)) }
        rest = rest.dropFirst()
      }
    }
  }

  mutating func rules() -> [String: Grammar.Form] {
    var rules: [String: Grammar.Form] = [:]
    while position < tokens.count {
      let name = tokens[position]
      position += 2
      rules[name] = either()
      position += 1
    }
    return rules
  }

  private mutating func either() -> Grammar.Form {
    var forms = [row()]
    while position < tokens.count, tokens[position] == "|" {
      position += 1
      forms.append(row())
    }
    return forms.count == 1 ? forms[0] : .either(forms)
  }

  private mutating func row() -> Grammar.Form {
    var forms: [Grammar.Form] = []
    while position < tokens.count, !["|", ")", "]", "}", ";"].contains(tokens[position]) {
      let token = tokens[position]
      position += 1
      switch token {
      case "(", "[", "{":
        let inner = either()
        position += 1
        forms.append(token == "(" ? inner : token == "[" ? .maybe(inner) : .any(inner))
      default:
        forms.append(token.hasPrefix("\"") ? .terminal(String(token.dropFirst())) : .rule(token))
      }
    }
    return .row(forms)
  }
}
