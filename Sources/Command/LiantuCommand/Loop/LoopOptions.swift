import ArgumentParser
import Bilingual
import ChainFiles
import ChainLoop
import ChainModel
import ChainPages
import Diagnostics
import GraphKernel
import ProgressLoop

/// The day that is asked about, and by what was known when.
struct LoopOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "按哪一天以前记录的行回答（缺省为所问的那一天）",
        "by the lines recorded until that day (default: the day asked about)"
      ),
      valueName: "date"
    )
  )
  var known: CalendarDate?
}

/// What is asked about: everything, or what belongs to one node.
struct ScopeOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say("事项、集群、部门或领导（缺省为全部）", "an item, a cluster, a department or a leader (default: all)"),
      valueName: "scope"
    )
  )
  var scope: String?

  /// A data set with its plan and journal, the items in question, and the day that is asked about.
  struct Asked {
    let session: Session
    let loop: DatasetLoop
    let items: [Int]
    let day: Day
  }

  func asked(of dataset: DatasetOptions) throws(Failure) -> Asked {
    let session = try Session(dataset)
    let loop = try session.loop()
    let day = dataset.at.map { Day(asked: $0) } ?? loop.defaultDay
    return Asked(
      session: session,
      loop: loop,
      items: try session.items(scope, of: loop, on: day),
      day: day
    )
  }
}

extension Session {
  /// The data set with its plan and journal; their faults are reported on standard error, and end the run.
  func loop() throws(Failure) -> DatasetLoop { try readLoop().loop }

  /// What pages tell of plan and journal, whose faults end the run.
  func planAndJournal() throws(Failure) -> PlanAndJournal {
    let (files, loop) = try readLoop()
    let day = askedDay.map { Day(asked: $0) }
    let all = PlanAndJournal(whole, files, at: day, loop: loop)
    return dataset.isStatedAlone ? all.statedByDocuments : all
  }

  private func readLoop() throws(Failure) -> (files: LoopFiles, loop: DatasetLoop) {
    var diagnostics: [Diagnostic] = []
    let files = LoopFiles(at: folder, travelling, diagnostics: &diagnostics)
    // Whatever day is asked about, the loop knows of all of them.
    let loop = DatasetLoop(whole, files)
    let renderer = DiagnosticRenderer(language: language, isColored: Terminal.isColored(.error))
    let all = (diagnostics + loop.diagnostics).inReadingOrder()
    if !all.isEmpty { Terminal.complain(renderer.report(all, loop.sources)) }
    guard all.contains(where: { $0.severity == .error }) else { return (files, loop) }
    throw Failure(.faulty)
  }

  /// The items that a word means: all without one, else an item, or those of a cluster, a department, a leader.
  func items(_ scope: String?, of loop: DatasetLoop, on day: Day) throws(Failure) -> [Int] {
    guard let scope else { return loop.items(within: nil, on: day) }
    let kinds = LoopWorld.itemKinds + [.cluster] + graph.ontology.partyKinds
    return loop.items(within: try resolve(scope, among: kinds), on: day)
  }
}

extension Day {
  /// A day that an option gives: of a month or a year the last.
  init(asked date: CalendarDate) { self.init(lastOf: date) }
}
