import Bilingual

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The language of help and of messages that come before a data set is read.
enum Speech {
  /// That of `--lang`, else of the locale, else English.
  static let language: Language = asked ?? locale ?? .en

  /// The language of the locale; `nil` when it names none that the program speaks.
  static let locale: Language? = {
    let environment = ProcessInfo.processInfo.environment
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return name.flatMap { Language(locale: $0) }
  }()

  /// Help is put together before arguments are parsed, so it looks for the option itself.
  private static let asked: Language? = {
    let arguments = CommandLine.arguments
    for (argument, next) in zip(arguments, arguments.dropFirst() + [""]) {
      if argument == "--lang" { return Language(rawValue: next) }
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) }
    }
    return nil
  }()
}

/// The wording of a help text in the language of the user.
func say(_ zh: String, _ en: String) -> String {
  BilingualText(zh: zh, en: en)[Speech.language]
}
