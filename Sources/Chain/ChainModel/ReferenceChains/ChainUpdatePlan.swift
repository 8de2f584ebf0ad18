package import Bilingual

/// What the present editions of the chains that a data set uses would change for it, and what somebody has
/// to look at; nothing is changed.
package struct ChainUpdatePlan: Sendable {
  /// How a data set speaks of a segment.
  package enum Sort: String, CaseIterable, Sendable {
    /// An entry of the segment itself.
    case entry
    case enterprise
    case project
    case flow
    case survey
    /// A brand, a park or a document that shows it is there.
    case evidence
    /// Where a document speaks of it, or a label, or finer segments: words of a use.
    case use
    /// A whole that it is a part of, a duty, and whatever else.
    case other

    /// The word for people.
    package var label: BilingualText {
      switch self {
      case .entry: BilingualText(zh: "环节条目", en: "entry")
      case .enterprise: BilingualText(zh: "企业", en: "enterprise")
      case .project: BilingualText(zh: "项目", en: "project")
      case .flow: BilingualText(zh: "供给", en: "flow")
      case .survey: BilingualText(zh: "摸排与文件所称", en: "survey or statement")
      case .evidence: BilingualText(zh: "佐证", en: "evidence")
      case .use: BilingualText(zh: "引用参考链处", en: "use of the chain")
      case .other: BilingualText(zh: "其他", en: "other")
      }
    }
  }

  /// A segment whose statements follow by themselves.
  package struct Follow: Sendable {
    package let chain: String
    package let change: EditionChange
    /// How many statements of the data set follow, by their sort.
    package let counts: [Sort: Int]

    package init(chain: String, change: EditionChange, counts: [Sort: Int]) {
      self.chain = chain
      self.change = change
      self.counts = counts
    }
  }

  /// A statement that stays where it is until somebody has looked at it.
  package struct Review: Sendable {
    package let chain: String
    package let change: EditionChange
    package let sort: Sort
    /// Whose entry says it.
    package let speaker: String
    /// The file and the line.
    package let path: String
    package let line: Int

    package init(
      chain: String,
      change: EditionChange,
      sort: Sort,
      speaker: String,
      path: String,
      line: Int
    ) {
      self.chain = chain
      self.change = change
      self.sort = sort
      self.speaker = speaker
      self.path = path
      self.line = line
    }
  }

  /// A segment or flow that the data set gets or loses.
  package struct News: Sendable {
    package let chain: String
    package let change: EditionChange

    package init(chain: String, change: EditionChange) {
      self.chain = chain
      self.change = change
    }
  }

  /// A line to be written under `uses`.
  package struct Line: Sendable {
    package let chain: String
    package let path: String
    /// The line at which it stands, or behind which it is to stand.
    package let line: Int
    package let text: String

    package init(chain: String, path: String, line: Int, text: String) {
      self.chain = chain
      self.path = path
      self.line = line
      self.text = text
    }
  }

  package var follows: [Follow] = []
  package var reviews: [Review] = []
  package var news: [News] = []
  package var lines: [Line] = []

  package init() {}
}
