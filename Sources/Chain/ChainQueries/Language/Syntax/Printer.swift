import Bilingual

/// Writes an expression in its canonical form: one space around operators and after commas, brackets
/// where they are needed, the words of one language.
struct Printer {
  let language: Language

  func text(_ expression: Expression) -> String {
    switch expression.form {
    case .name(let word): return word.written
    case .call(let call):
      let details = call.details.map { detail -> String in
        switch detail {
        case .word(let word): word.written
        case .number(let number): String(number)
        }
      }
      let arguments = call.sets.map { text($0) } + details
      return call.function.word(language) + "(" + arguments.joined(separator: ", ") + ")"
    case .filter(let set, let condition):
      return QueryFunction.where.word(language) + "(" + text(set) + ", "
        + text(condition, inside: .any) + ")"
    case .sum(let first, let terms):
      return terms.reduce(inBrackets(first, where: Self.isSum)) { text, term in
        text + (term.isAdded ? " + " : " - ") + inBrackets(term.set, where: Self.isSum)
      }
    case .intersection(let sets):
      return sets.map { inBrackets($0) { Self.isSum($0) || Self.isIntersection($0) } }
        .joined(separator: " & ")
    case .binding(let name, let value, let body):
      return word(.let) + " " + name.written + " = " + text(value) + " " + word(.in) + " "
        + text(body)
    }
  }

  private func word(_ word: QueryWord) -> String { word.text[language] }

  private func inBrackets(
    _ expression: Expression,
    where needsBrackets: (Expression) -> Bool
  ) -> String {
    let text = text(expression)
    return needsBrackets(expression) ? "(" + text + ")" : text
  }

  /// A `let` reaches as far to the right as it can, so it needs brackets wherever a sum does.
  private static func isSum(_ expression: Expression) -> Bool {
    switch expression.form {
    case .sum, .binding: true
    default: false
    }
  }

  private static func isIntersection(_ expression: Expression) -> Bool {
    if case .intersection = expression.form { true } else { false }
  }

  // MARK: Conditions

  private enum Level: Comparable {
    case any
    case all
    case claim
  }

  private func text(_ condition: Condition, inside level: Level) -> String {
    switch condition {
    case .any(let parts):
      let text = parts.map { self.text($0, inside: .all) }
        .joined(separator: " " + word(.or) + " ")
      return level > .any ? "(" + text + ")" : text
    case .all(let parts):
      let text = parts.map { self.text($0, inside: .claim) }
        .joined(separator: " " + word(.and) + " ")
      return level > .all ? "(" + text + ")" : text
    case .not(let part): return word(.not) + " " + text(part, inside: .claim)
    case .has(let attribute): return word(.has) + "(" + attribute.written + ")"
    case .flag(let attribute): return attribute.written
    case .comparison(let attribute, let comparison, let literal):
      return attribute.written + " " + comparison.rawValue + " " + literal.written
    }
  }

  func text(_ condition: Condition) -> String { text(condition, inside: .any) }
}
