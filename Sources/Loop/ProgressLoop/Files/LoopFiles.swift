import ChainFiles
package import ChainModel
package import Diagnostics

/// The files of a loop: what was planned, what was reported, and the rules.
package struct LoopFiles: Sendable {
  package struct File: Sendable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) { (self.path, self.bytes) = (path, bytes) }
  }

  /// `plans/*.csv`, in the order of their names.
  package var plans: [File]
  /// `journal/*.csv`, in the order of their names.
  package var journals: [File]
  /// `reporting.yaml`.
  package var rules: File?

  package init(plans: [File] = [], journals: [File] = [], rules: File? = nil) {
    (self.plans, self.journals, self.rules) = (plans, journals, rules)
  }

  /// What came of reading files.
  package struct Reading: Sendable {
    package fileprivate(set) var plan: [PlanLine] = []
    package fileprivate(set) var journal = Journal()
    package fileprivate(set) var rules = ReportingRules()
    package fileprivate(set) var diagnostics: [Diagnostic] = []
    /// The texts of which something is said, for carets.
    package fileprivate(set) var sources: [SourceText] = []
  }

  /// Reads the files; lines that have faults are left out, and reported.
  ///
  /// - Complexity: O(*n*) over the bytes.
  package func read(units ontology: Ontology) -> Reading {
    var reading = Reading()
    var plan = PlanReader(units: ontology)
    for file in plans {
      reading.note(file) { plan.read(file.bytes, path: file.path, log: &$0) }
    }
    reading.plan = plan.lines
    var journal = JournalReader(units: ontology)
    journal.reserve(bytes: journals.reduce(0) { $0 + $1.bytes.count })
    for file in journals {
      reading.note(file) { journal.read(file.bytes, path: file.path, log: &$0) }
    }
    reading.journal = journal.journal
    if let file = rules {
      var rules = ReportingRules()
      reading.note(file) { log in
        let read = ReportingRulesReader.read(file.bytes, path: file.path, log: &log)
        rules = read.rules
        return read.source
      }
      reading.rules = rules
    }
    return reading
  }

  /// What is wrong with lines of these files beside one another, each at its line and column.
  ///
  /// - Complexity: O(*n*) over the bytes of the files that have faults.
  package func diagnostics(
    of faults: [LoopFault],
    in world: LoopWorld
  ) -> (diagnostics: [Diagnostic], sources: [SourceText]) {
    var plan = FaultLocator(plans, columns: PlanReader.columns)
    var journal = FaultLocator(journals, columns: JournalReader.columns)
    var others: [Diagnostic] = []
    for fault in faults {
      switch fault.place {
      case .plan(let line):
        plan.add(fault, world.plan[line].place, column: fault.column.planColumn)
      case .journal(let line):
        let place = world.journal.entries[line].place
        journal.add(fault, place, column: fault.column.journalColumn)
      case .item, .names: others.append(.loop(fault, at: nil))
      }
    }
    let (found, more) = (plan.located(), journal.located())
    return (others + found.diagnostics + more.diagnostics, found.sources + more.sources)
  }
}

extension LoopFiles.Reading {
  fileprivate mutating func note(
    _ file: LoopFiles.File,
    _ read: (inout FaultLog) -> SourceText?
  ) {
    var log = FaultLog(path: file.path, room: FaultLog.mostFaults - diagnostics.count)
    let source = read(&log)
    diagnostics += log.diagnostics
    if !log.diagnostics.isEmpty, let source { sources.append(source) }
  }
}

/// Finds the lines and columns of faults, by reading once more the files that have any.
private struct FaultLocator {
  private let files: [LoopFiles.File]
  private let columns: [CSVTable.Column]
  private var wanted: [Int: [Int: [(fault: LoopFault, column: Int)]]] = [:]
  private var homeless: [Diagnostic] = []

  init(_ files: [LoopFiles.File], columns: [CSVTable.Column]) {
    (self.files, self.columns) = (files, columns)
  }

  mutating func add(_ fault: LoopFault, _ place: LinePlace?, column: Int) {
    guard let place, files.indices.contains(Int(place.file)) else {
      homeless.append(.loop(fault, at: nil))
      return
    }
    wanted[Int(place.file), default: [:]][Int(place.start), default: []].append((fault, column))
  }

  func located() -> (diagnostics: [Diagnostic], sources: [SourceText]) {
    var diagnostics = homeless
    var sources: [SourceText] = []
    for (offset, rows) in wanted.sorted(by: { $0.key < $1.key }) {
      let file = files[offset]
      var log = FaultLog(path: file.path)
      let table = CSVTable(file.bytes, path: file.path, columns: columns)
      // Faults of single lines were reported when the file was read.
      var found = FaultLog(path: file.path)
      let source = table.read(log: &log) { row, _ in
        for (fault, column) in rows[row.start] ?? [] {
          found.report(.loop(fault, at: row.location(column)))
        }
      }
      diagnostics += found.diagnostics
      if let source { sources.append(source) }
    }
    return (diagnostics, sources)
  }
}
