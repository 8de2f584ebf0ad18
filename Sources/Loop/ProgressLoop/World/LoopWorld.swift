package import Bilingual
package import ChainModel

/// What is answered about: who and what there is, who answers for it, what was planned and what was
/// reported.
///
/// Plain values, whatever a data set is kept in. An item or a party is meant by its id or by the name that
/// it had on the day that is spoken of.
package struct LoopWorld: Sendable {
  package var items: [LoopItem]
  package var parties: [LoopParty]
  package var documents: [LoopDocument]
  package var statements: [LoopStatement]
  package var successions: [LoopSuccession]
  package var plan: [PlanLine]
  package var journal: Journal
  package var rules: ReportingRules
  /// Whether its parties are all that may report, so that a reporter who is none of them is told.
  package var isClosed = false

  package init(
    items: [LoopItem] = [],
    parties: [LoopParty] = [],
    documents: [LoopDocument] = [],
    statements: [LoopStatement] = [],
    successions: [LoopSuccession] = [],
    plan: [PlanLine] = [],
    journal: Journal = Journal(),
    rules: ReportingRules = ReportingRules()
  ) {
    (self.items, self.parties, self.documents) = (items, parties, documents)
    (self.statements, self.successions) = (statements, successions)
    (self.plan, self.journal, self.rules) = (plan, journal, rules)
  }
}

/// What the figures of an item measure.
package enum LoopMeasure: Hashable, Sendable {
  /// Money, in 万元.
  case money
  /// Something else, in one of these units.
  case units([String])

  /// Whether a figure in a unit is one; of money there is no unit.
  package func allows(_ unit: String?) -> Bool {
    switch self {
    case .money: unit == nil
    case .units(let units): unit.map(units.contains) ?? false
    }
  }
}

/// Something that is done and reported on: a project, a task, a target.
package struct LoopItem: Hashable, Sendable {
  package var id: String
  package var name: String
  package var from: CalendarDate?
  package var until: CalendarDate?
  package var formerly: [FormerName]
  /// Other names of it.
  package var aliases: [String] = []
  /// What its figures measure; `nil` where nobody says.
  package var measure: LoopMeasure?
  /// What it is to come to; of targets.
  package var goal: LoopGoal?
  /// By which the rules say what is reported on; `nil` for what always is.
  package var kind: String?

  package init(
    id: String,
    name: String? = nil,
    from: CalendarDate? = nil,
    until: CalendarDate? = nil,
    formerly: [FormerName] = [],
    kind: String? = nil
  ) {
    (self.id, self.name, self.from, self.until) = (id, name ?? id, from, until)
    (self.formerly, self.kind) = (formerly, kind)
  }
}

/// Who answers for items: a department or a leader.
package struct LoopParty: Hashable, Sendable {
  package var id: String
  package var name: String
  package var from: CalendarDate?
  package var until: CalendarDate?
  package var formerly: [FormerName]
  /// Other names of it.
  package var aliases: [String] = []

  package init(
    id: String? = nil,
    name: String,
    from: CalendarDate? = nil,
    until: CalendarDate? = nil,
    formerly: [FormerName] = []
  ) {
    (self.id, self.name, self.from, self.until) = (id ?? name, name, from, until)
    self.formerly = formerly
  }
}

/// What statements stand in, and what becomes of an older one by it.
package struct LoopDocument: Hashable, Sendable {
  package var name: String
  package var date: CalendarDate?
  /// From when it is in force, where that is not its date.
  package var effective: CalendarDate?
  package var expires: CalendarDate?
  /// Documents of which every statement ends the day before.
  package var replaces: [String]
  /// Documents of which those statements end whose item and role it states anew.
  package var amends: [String]

  package init(
    name: String,
    date: CalendarDate? = nil,
    effective: CalendarDate? = nil,
    expires: CalendarDate? = nil,
    replaces: [String] = [],
    amends: [String] = []
  ) {
    (self.name, self.date, self.effective, self.expires) = (name, date, effective, expires)
    (self.replaces, self.amends) = (replaces, amends)
  }
}

/// As what a party answers for an item.
package enum LoopRole: String, Sendable, Hashable, CaseIterable {
  /// The department that leads.
  case lead
  /// The leader of the city who answers for it.
  case accountable
  /// The department that reports in the place of those that lead.
  case reporter
}

/// That a party answers for an item.
package struct LoopStatement: Hashable, Sendable {
  package var item: String
  package var role: LoopRole
  package var party: String
  package var from: CalendarDate?
  package var until: CalendarDate?
  package var document: String?

  package init(
    item: String,
    role: LoopRole,
    party: String,
    from: CalendarDate? = nil,
    until: CalendarDate? = nil,
    document: String? = nil
  ) {
    (self.item, self.role, self.party) = (item, role, party)
    (self.from, self.until, self.document) = (from, until, document)
  }
}

/// That something new takes the place of something old: departments, leaders, items.
package struct LoopSuccession: Hashable, Sendable {
  package var new: String
  package var old: String
  package var from: CalendarDate?
  /// The items that it is for; all, where it names none.
  package var items: [String]

  package init(new: String, old: String, from: CalendarDate? = nil, items: [String] = []) {
    (self.new, self.old, self.from, self.items) = (new, old, from, items)
  }
}

/// What a milestone is called, in the order in which they are passed.
package enum Milestone: String, Sendable, Hashable, CaseIterable {
  case preparation = "前期"
  case start = "开工"
  case enrolled = "纳统"
  case completion = "竣工"
  case operation = "投产"
  case done = "完成"

  /// For people.
  package var label: BilingualText {
    let en =
      switch self {
      case .preparation: "preparation"
      case .start: "start"
      case .enrolled: "enrolment"
      case .completion: "completion"
      case .operation: "operation"
      case .done: "done"
      }
    return BilingualText(zh: rawValue, en: en)
  }
}

/// A decision on what is to be done by when.
package struct PlanLine: Hashable, Sendable {
  /// What is planned.
  package enum Aim: Hashable, Sendable {
    /// To invest so much, in 万元, in a year.
    case yearly(Int, ExactDecimal)
    /// To have invested so much from January to the end of a month.
    case cumulative(ReportPeriod, ExactDecimal)
    /// To pass a milestone.
    case milestone(Milestone, DaySpan)
  }

  package let line: String
  package let recorded: Day
  package let item: String
  package let aim: Aim
  package let source: String
  /// Where it stands, of lines that come of files.
  package let place: LinePlace?

  package init(
    line: String,
    recorded: Day,
    item: String,
    aim: Aim,
    source: String = "",
    place: LinePlace? = nil
  ) {
    (self.line, self.recorded, self.item) = (line, recorded, item)
    (self.aim, self.source, self.place) = (aim, source, place)
  }
}

/// Where a line of a plan or journal begins.
package struct LinePlace: Hashable, Sendable {
  /// Which of the files.
  package let file: Int32
  /// With which byte.
  package let start: Int32

  package init(file: Int, start: Int) { (self.file, self.start) = (Int32(file), Int32(start)) }
}
