package import Bilingual

/// Which firm a name and a credit code mean.
///
/// A credit code alone is certain. Whatever a name tells is a proposal, with the words why, for a
/// person to accept.
package enum FirmResolution: Hashable, Sendable {
  /// Why a firm is proposed.
  package enum Reason: Hashable, Sendable {
    /// It bears the very name.
    case fullName
    /// It bears the very name, but its credit code is another than the one given.
    case fullNameWithOtherCode
    /// It was called so; the former name as known.
    case formerName(String)
    /// It is also called so; the alias as known.
    case alias(String)
    /// The name is that of a branch; what stands behind the firm's name.
    case branch(String)
    /// The name shortens one of its names; which.
    case shortName(of: String)
    /// Several rows have the credit code.
    case sharedCode
    /// The credit code is one firm's, the very name another's.
    case codeOfOneNameOfAnother
  }

  /// The one firm with the credit code; `isNamed` where one of its names is the very name given,
  /// and false where it may have been renamed.
  case certain(FirmNumber, isNamed: Bool)
  /// One firm, for a person to accept.
  case proposed(FirmNumber, Reason)
  /// Several firms, the best first, no more than were asked for; how many there are in all.
  case ambiguous([FirmNumber], Reason, total: Int)
  /// No firm.
  case none

  /// Whether no person need accept it.
  package var isCertain: Bool {
    if case .certain = self { true } else { false }
  }

  /// The firms that may be meant, the best first.
  package var firms: [FirmNumber] {
    switch self {
    case .certain(let firm, _), .proposed(let firm, _): [firm]
    case .ambiguous(let firms, _, _): firms
    case .none: []
    }
  }

  /// Why, in words.
  package var why: BilingualText {
    switch self {
    case .certain(_, true):
      BilingualText(zh: "统一社会信用代码和名称都相同", en: "same credit code and name")
    case .certain(_, false):
      BilingualText(
        zh: "统一社会信用代码相同，名称不同，可能已更名",
        en: "same credit code; the name differs, and may have changed"
      )
    case .proposed(_, let reason): reason.words
    case .ambiguous(_, let reason, let total):
      BilingualText(
        zh: "可能是\(total)家企业之一：" + reason.words.zh,
        en: "one of \(total) firms: " + reason.words.en
      )
    case .none: BilingualText(zh: "没有这个名称的企业", en: "no firm of this name")
    }
  }
}

extension FirmResolution.Reason {
  /// The reason in words: lower case, no full stop.
  package var words: BilingualText {
    switch self {
    case .fullName: BilingualText(zh: "名称相同", en: "same name")
    case .fullNameWithOtherCode:
      BilingualText(zh: "名称相同，统一社会信用代码不同", en: "same name, another credit code")
    case .formerName(let name):
      BilingualText(zh: "与曾用名“\(name)”相同", en: "same as the former name '\(name)'")
    case .alias(let name):
      BilingualText(zh: "与别名“\(name)”相同", en: "same as the alias '\(name)'")
    case .branch(let rest):
      BilingualText(zh: "是其分支机构：\(rest)", en: "a branch of it: \(rest)")
    case .shortName(let name):
      BilingualText(zh: "可能是“\(name)”的简称", en: "may shorten '\(name)'")
    case .sharedCode:
      BilingualText(zh: "统一社会信用代码重复", en: "several rows have the credit code")
    case .codeOfOneNameOfAnother:
      BilingualText(
        zh: "统一社会信用代码属于一家企业，名称属于另一家",
        en: "the credit code is one firm's and the name another's"
      )
    }
  }
}
