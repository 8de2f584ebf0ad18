import ArgumentParser

/// A word that is being typed in a shell, and what the shell takes for its completion.
///
/// bash and zsh hand over the word as it is typed, with the quote that it begins with and with
/// backslashes; fish hands over what the word means.
struct ShellWord {
  /// What the program would be given.
  let text: String
  private let shell: CompletionShell?

  init(_ typed: String, in shell: CompletionShell?) {
    self.shell = shell
    let isRaw = shell == .bash || shell == .zsh
    let isQuoted = isRaw && (typed.hasPrefix("'") || typed.hasPrefix("\""))
    if !isRaw {
      text = typed
    } else if isQuoted {
      text = String(typed.dropFirst())
    } else {
      text = Self.unescaped(typed)
    }
  }

  private static func unescaped(_ word: String) -> String {
    var text = ""
    var isEscaped = false
    for character in word {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        text.append(character)
        isEscaped = false
      }
    }
    return text
  }

  /// The completion as the shell reads it: bash takes quotes off what it is offered, and zsh takes
  /// what stands behind a colon for a description.
  func written(_ completion: String) -> String {
    let special: Set<Character> =
      switch shell {
      case .bash: ["\"", "'", "\\", "$", "`"]
      case .zsh: [":", "\\"]
      default: []
      }
    return String(completion.flatMap { special.contains($0) ? ["\\", $0] : [$0] })
  }
}
