import ChainModel
import ChainQueries
import GraphKernel
import TestSupport
import Testing

/// Who looked, where, and until when that holds.
struct SurveyTests {
  /// A chain, a segment in it with a part, and a segment of no chain.
  private static func sketch(_ tell: (inout ChainSketch) -> Void) -> ChainSketch {
    ChainSketch {
      $0.cluster("链", of: "整船", "面料")
      $0.part(.segment, "客船", of: "整船")
      $0.node(.segment, "链外")
      tell(&$0)
    }
  }

  private func verdicts(
    _ sketch: ChainSketch,
    on day: String = ChainSketch.day
  ) throws -> [String: Verdict] {
    let graph = try sketch.graph().dataset(on: day).graph
    return Dictionary(
      uniqueKeysWithValues: graph.nodes(of: .segment).map {
        (graph.name(of: $0), graph.verdict(of: $0))
      }
    )
  }

  @Test func `a survey closes what it looked at: neither its parts nor its whole`() throws {
    let whole = try verdicts(Self.sketch { $0.survey("摸排", of: "整船") })
    #expect(whole == ["整船": .missing, "客船": .unknown, "面料": .unknown, "链外": .unknown])
    let part = try verdicts(Self.sketch { $0.survey("摸排", of: "客船") })
    #expect(part == ["整船": .unknown, "客船": .missing, "面料": .unknown, "链外": .unknown])
  }

  @Test func `a survey of a cluster closes all of its chain, parts of segments too`() throws {
    let found = try verdicts(
      Self.sketch {
        $0.enterprise("布厂", worksIn: "面料")
        $0.survey("摸排", of: "链")
      }
    )
    #expect(found == ["整船": .missing, "客船": .missing, "面料": .single, "链外": .unknown])
  }

  @Test(
    arguments: [
      // On its first and on its last day it holds; a month or a year as far as it is told.
      ("2024-03-14", nil, nil, false), ("2024-03-15", nil, nil, true),
      ("2024-03-20", "2024-03-20", nil, true), ("2024-03-21", "2024-03-20", nil, false),
      ("2024-03-20", nil, "2024-03", true), ("2024-04-01", nil, "2024-03", false),
      ("2024-12-31", nil, "2024", true), ("2025-01-01", nil, "2024", false),
      // Of a year that is asked about its last day is meant.
      ("2024", nil, "2024-03-20", false), ("2023", nil, nil, false),
    ] as [(String, String?, String?, Bool)]
  )
  func `a survey holds from its day to its last`(
    _ day: String,
    _ last: String?,
    _ lastMonth: String?,
    _ holds: Bool
  ) throws {
    let sketch = Self.sketch {
      $0.survey("摸排", of: "整船", on: "2024-03-15", until: last ?? lastMonth)
    }
    #expect(try verdicts(sketch, on: day)["整船"] == (holds ? .missing : .unknown))
  }

  @Test func `a survey that has run out opens what it closed, and says so`() throws {
    let sketch = try Self.sketch {
      $0.survey("去年", of: "链", on: "2022-01-01", until: "2023-12-31")
      $0.lacking("面料")
    }.sketched()
    let found = sketch.graph.assessment(of: sketch["面料"])
    #expect(found.verdict == .lacking && !found.isClosed)
    #expect(found.evidence.map(\.nature) == [.lacking, .expired])
    #expect(found.evidence.map(\.giver) == [sketch["意见"], sketch["去年"]])
    #expect(found.evidence.map(\.subject) == [sketch["面料"], sketch["链"]])
  }

  @Test func `the day that is asked about is told: an earlier one makes a survey hold`() throws {
    let sketch = Self.sketch { $0.survey("摸排", of: "面料", until: "2023-12-31") }
    let dataset = try sketch.graph().dataset()
    let day = try #require(CalendarDate(parsing: "2023-12-31"))
    let segment = try #require(dataset.graph.node(id: "segment:面料"))
    #expect(dataset.graph.verdict(of: segment) == .unknown)
    let asked = dataset.asked(on: day)
    #expect(asked.graph.verdict(of: segment) == .missing)
    #expect(asked.graph.day == day && asked.day == day && asked.date != day)
    // A part of the graph is asked about the same day.
    let stated = asked.graph.keeping(GraphFilter(kinds: [.segment, .survey, .cluster]))
    #expect(stated.verdict(of: try #require(stated.node(id: "segment:面料"))) == .missing)
  }

  @Test func `a survey that is yet to come is no evidence`() throws {
    let sketch = try Self.sketch { $0.survey("明年", of: "面料", on: "2025-01-01") }.sketched()
    let found = sketch.graph.assessment(of: sketch["面料"])
    #expect(found.verdict == .unknown && found.evidence.isEmpty)
  }

  @Test func `what a survey says of a segment is as good as a document's word`() throws {
    let found = try verdicts(
      Self.sketch { sketch in
        let survey = sketch.node(.survey, "摸排")
        sketch.link(.statesShort, survey, sketch.node(.segment, "面料"))
        sketch.link(.statesLacking, survey, sketch.node(.segment, "整船"))
      }
    )
    #expect(found["面料"] == .short && found["整船"] == .lacking)
  }

  @Test func `how much of a chain is here is a range, and what is surveyed is told`() throws {
    let sketch = try Self.sketch {
      $0.cluster("链", of: "原油", "印花", "设计")
      $0.role("resource", of: "原油")
      $0.enterprise("布厂", worksIn: "面料")
      $0.lacking("印花")
      $0.survey("摸排", of: "客船", "面料", "原油")
    }.sketched()
    let found = sketch.graph.chain(of: sketch["链"]).completeness
    #expect(
      found.counts == [.single: 1, .missing: 1, .lacking: 1, .unknown: 2, .uncounted: 1]
    )
    #expect((found.all, found.least, found.most, found.surveyed) == (5, 1, 3, 2))
    #expect(found.percent == 20...60 && found.figures == "1/5–3/5")
    #expect(Completeness(counts: [:]).percent == 0...0)
    #expect(Completeness(counts: [.uncounted: 3]).percent == 0...0)
    // Of three, one is 33 and two of three are 67 per cent: never narrower than it is.
    #expect(Completeness(counts: [.many: 1, .unknown: 1, .missing: 1]).percent == 33...67)
  }
}
