package import Bilingual

/// What a later edition of a document says otherwise than an earlier one, by item and statement.
///
/// Items are known by their headings, not by their places: what only moved is told as moved.
package struct PolicyDifference: Sendable {
  /// What became of a fact.
  package enum Change: String, CaseIterable, Sendable {
    /// The later edition alone says it.
    case added
    /// The earlier edition alone says it.
    case dropped
    /// Both say it, with another role, figure or term.
    case changed
    /// Both say it, at different places.
    case moved

    /// The change in words.
    package var label: BilingualText {
      switch self {
      case .added: BilingualText(zh: "新增", en: "added")
      case .dropped: BilingualText(zh: "删去", en: "dropped")
      case .changed: BilingualText(zh: "改变", en: "changed")
      case .moved: BilingualText(zh: "移动", en: "moved")
      }
    }
  }

  /// What sort of fact it is.
  package enum Sort: String, CaseIterable, Sendable {
    /// A heading, task, cluster or row.
    case item
    /// Who answers, in a role.
    case party
    /// Until when.
    case deadline
    /// A figure to be reached.
    case target
    /// A name.
    case enterprise
    /// A name.
    case project

    /// The sort in words.
    package var label: BilingualText {
      switch self {
      case .item: BilingualText(zh: "条目", en: "item")
      case .party: BilingualText(zh: "责任", en: "responsibility")
      case .deadline: BilingualText(zh: "时限", en: "deadline")
      case .target: BilingualText(zh: "目标", en: "target")
      case .enterprise: BilingualText(zh: "企业", en: "enterprise")
      case .project: BilingualText(zh: "项目", en: "project")
      }
    }
  }

  /// One difference.
  package struct Row: Hashable, Sendable {
    /// What became of it.
    package let change: Change
    /// What sort of fact it is.
    package let sort: Sort
    /// The heading of the item.
    package let item: String
    /// What the earlier edition says; empty where it says nothing.
    package let before: String
    /// What the later edition says; empty where it says nothing.
    package let after: String
    /// Where the earlier says it; empty where it does not.
    package let oldPlace: String
    /// Where the later says it; empty where it does not.
    package let newPlace: String
  }

  /// In the order of the later edition; what was dropped stands behind, in the order of the earlier.
  package let rows: [Row]

  /// A fact of an edition: what is compared, and what may differ.
  private struct Fact {
    let sort: Sort
    let item: String
    /// By which it is known in both editions.
    let key: String
    /// What may have changed.
    let value: String
    let text: String
    let place: String
  }

  /// - Complexity: O(*n*) over the facts of both.
  package init(from old: PolicyDocument, to new: PolicyDocument) {
    let (before, after) = (Self.facts(of: old), Self.facts(of: new))
    var open: [String: [Fact]] = [:]
    for fact in before { open[fact.key, default: []].append(fact) }
    var rows: [Row] = []
    for fact in after {
      guard var same = open[fact.key], !same.isEmpty else {
        rows.append(Self.row(.added, nil, fact))
        continue
      }
      let position = same.firstIndex { $0.value == fact.value } ?? 0
      let earlier = same.remove(at: position)
      open[fact.key] = same
      if earlier.value != fact.value {
        rows.append(Self.row(.changed, earlier, fact))
      } else if earlier.place != fact.place, fact.sort == .item {
        rows.append(Self.row(.moved, earlier, fact))
      }
    }
    var left = open
    for fact in before {
      guard var same = left[fact.key], let first = same.first, first.place == fact.place,
        first.value == fact.value
      else { continue }
      same.removeFirst()
      left[fact.key] = same
      rows.append(Self.row(.dropped, fact, nil))
    }
    self.rows = rows
  }

  private static func row(_ change: Change, _ old: Fact?, _ new: Fact?) -> Row {
    Row(
      change: change,
      sort: (new ?? old)?.sort ?? .item,
      item: (new ?? old)?.item ?? "",
      before: old?.text ?? "",
      after: new?.text ?? "",
      oldPlace: old?.place ?? "",
      newPlace: new?.place ?? ""
    )
  }

  /// The facts of an edition in the order of its text.
  private static func facts(of document: PolicyDocument) -> [Fact] {
    var facts: [Fact] = []
    var titles: [Int: String] = [:]
    var seen: [String: Int] = [:]
    for (item, heading) in document.outline.items.enumerated() where item > 0 {
      // Items of one heading are told apart by how often it came before.
      let plain = PolicyScore.plain(heading.title)
      let count = seen[plain, default: 0]
      seen[plain] = count + 1
      titles[item] = count == 0 ? plain : "\(plain)#\(count + 1)"
      guard !heading.isUntitled else { continue }
      let key = "item|\(titles[item] ?? plain)"
      facts.append(
        Fact(
          sort: .item,
          item: heading.title,
          key: key,
          value: "",
          text: heading.title,
          place: heading.place
        )
      )
    }
    func title(_ item: Int) -> String {
      item == 0 ? document.head.title : document.outline.items[item].title
    }
    for statement in document.statements {
      let item = titles[statement.item] ?? ""
      let parties =
        statement.leaders.map { ($0.name, $0.role) } + statement.parties.map { ($0.name, $0.role) }
      for (name, role) in parties {
        facts.append(
          Fact(
            sort: .party,
            item: title(statement.item),
            key: "party|\(item)|\(name)",
            value: role.rawValue,
            text: "\(name)（\(role.label.zh)）",
            place: statement.place
          )
        )
      }
      if let deadline = statement.deadline {
        facts.append(
          Fact(
            sort: .deadline,
            item: title(statement.item),
            key: "deadline|\(item)",
            value: deadline,
            text: deadline,
            place: statement.place
          )
        )
      }
    }
    for target in document.targets {
      let value =
        "\(target.comparator.rawValue) \(target.value) \(target.unit) \(target.deadline ?? "")"
      facts.append(
        Fact(
          sort: .target,
          item: title(target.item),
          key: "target|\(titles[target.item] ?? "")|\(target.metric)",
          value: value,
          text: "\(target.metric) \(target.comparator.rawValue) \(target.value) \(target.unit)"
            + (target.deadline.map { "（\($0)）" } ?? ""),
          place: target.place
        )
      )
    }
    for enterprise in document.enterprises {
      facts.append(
        Fact(
          sort: .enterprise,
          item: title(enterprise.item),
          key: "enterprise|\(enterprise.name)",
          value: "",
          text: enterprise.name,
          place: enterprise.place
        )
      )
    }
    for project in document.projects {
      facts.append(
        Fact(
          sort: .project,
          item: title(project.item),
          key: "project|\(project.name)",
          value: [project.status, project.investment, project.years].map { $0 ?? "" }.joined(
            separator: "|"
          ),
          text: ([project.name]
            + [project.status, project.investment, project.years].compactMap(\.self))
            .joined(separator: " "),
          place: project.place
        )
      )
    }
    return facts
  }
}

extension Role {
  /// The role in words.
  package var label: BilingualText {
    switch self {
    case .accountable: BilingualText(zh: "责任领导", en: "accountable leader")
    case .lead: BilingualText(zh: "牵头", en: "lead")
    case .responsible: BilingualText(zh: "责任", en: "responsible")
    case .support: BilingualText(zh: "配合", en: "support")
    case .liaison: BilingualText(zh: "对接", en: "liaison")
    case .coordinate: BilingualText(zh: "统筹", en: "coordinator")
    }
  }
}
