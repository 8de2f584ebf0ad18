import ChainModel
import ChainQueries
import ChainViews
import Foundation
import Testing

@testable import ChainExplorer

/// Every question of the table, asked every way: as a command of its own, as a list, over the API in
/// each of its forms, and, where it has one, as what stands beside its picture.
@Suite struct QuestionTests {
  /// A question with words for it.
  struct Asked: Sendable, CustomTestStringConvertible {
    let name: QuestionName
    var subjects: [String] = []
    var options: [QuestionOption: [String]] = [:]

    var words: QuestionWords { QuestionWords(name, of: subjects, options: options) }
    var testDescription: String { "\(name.rawValue) \(subjects) \(options)" }
  }

  /// Each question of the table of its examples and of everything, plain and by each of its options.
  static let all: [Asked] = QuestionTable.all.flatMap { question -> [Asked] in
    let subjects = question.subjects.map(\.example)
    let plain = Asked(name: question.name, subjects: subjects)
    let least = Asked(
      name: question.name,
      subjects: question.subjects.filter { !$0.isOptional }.map(\.example)
    )
    // The city that is asked uses no reference chains: a part of one is shown in ChainSectionTests.
    let withOptions = question.options.filter { $0 != .chain }.map { option in
      Asked(
        name: question.name,
        subjects: subjects,
        options: [option: values(of: option, for: question.name)]
      )
    }
    return [plain] + (least.subjects == subjects ? [] : [least]) + withOptions
  }

  /// What an option may be given, in words that answers print.
  static func values(of option: QuestionOption, for name: QuestionName) -> [String] {
    switch option.form {
    case .switch: []
    case .number: ["2"]
    case .cluster: [name == .park ? "基础化工和精细化工" : "泳装"]
    case .role: ["牵头", "accountable"]
    case .kind: ["项目", "enterprise", "平台载体", "产业集群"]
    case .relation: ["属于"]
    case .chain: []
    case .words(let words, _): words.prefix(2).map(\.label.zh)
    }
  }

  @Test(arguments: all)
  func `a question has one answer, whichever way it is asked`(_ asked: Asked) async throws {
    let site = try Site.shared()
    let dataset = await site.server.keeper.state.current.dataset
    let answer = try dataset.answer(asked.words, language: .zh)
    let said = answer.text(in: .json, language: .zh)
    // The command lines.
    let options = asked.options.flatMap { option, values in
      option.isSwitch
        ? ["--" + option.rawValue] : values.flatMap { ["--" + option.rawValue, $0] }
    }
    for word in [[asked.name.rawValue], ["list", asked.name.rawValue]] {
      #expect(try APITests.command(word + asked.subjects + options) == said, "\(word)")
    }
    // The addresses.
    let query = asked.options.flatMap { option, values in
      option.isSwitch ? [option.rawValue] : values.map { "\(option.rawValue)=\($0.encoded)" }
    }
    for target in targets(of: asked) {
      let address = target + (target.contains("?") ? "&" : "?") + query.joined(separator: "&")
      try await site.asking { ask in
        let reply = try await ask.text("/api/v1/" + address)
        #expect(reply == said, "\(address)")
      }
    }
    // The picture's list.
    guard asked.name.definition.hasPicture else { return }
    let view = try dataset.view(asked.words, language: .zh)
    #expect(view.list.text(in: .json, language: .zh) == said)
  }

  /// The addresses of a question: in the list under both words, and those of its own.
  private func targets(of asked: Asked) -> [String] {
    let definition = asked.name.definition
    let subjects = zip(definition.subjects, asked.subjects)
    let named = subjects.map { "\($0.name)=\($1.encoded)" }.joined(separator: "&")
    let of = asked.subjects.map { "of=\($0.encoded)" }.joined(separator: "&")
    let name = asked.name.rawValue
    let own = Endpoint.all.filter { $0.name == name }.flatMap { endpoint -> [String] in
      let places = endpoint.parameters.count { $0.place == .path }
      if places == 0 { return ["\(name)?\(named)", "\(name)?\(of)"] }
      guard places == asked.subjects.count else { return [] }
      return [([name] + asked.subjects.map(\.encoded)).joined(separator: "/")]
    }
    return ["list/\(name)?\(of)", "list/\(name)?\(named)"] + own
  }

  @Test func `gaps all is gaps, everywhere`() async throws {
    let said = try APITests.command(["gaps"])
    #expect(try APITests.command(["gaps", "all"]) == said)
    #expect(try APITests.command(["list", "gaps", "all"]) == said)
    try await Site.shared().asking { ask in
      for address in ["gaps", "gaps/all", "gaps?scope=all", "gaps?of=all", "list/gaps?of=all"] {
        let reply = try await ask.text("/api/v1/" + address)
        #expect(reply == said, "\(address)")
      }
    }
  }

  @Test func `an answer with nothing in it says why, and is no fault`() throws {
    let empty = try APITests.command(["paths", "高端聚烯烃", "原油炼制"])
    #expect(empty.contains("\"count\": 0") && empty.contains("没有到"))
    #expect(try APITests.command(["list", "paths", "高端聚烯烃", "原油炼制"]) == empty)
    let duties = try APITests.command(["duties", "市工信局", "--role", "liaison", "--kind", "park"])
    #expect(duties.contains("\"count\": 0") && duties.contains("没有这样的事项"))
  }

  @Test func `the document says what stands for an option that is not given`() throws {
    func usual(_ question: String, _ name: String) throws -> String {
      let endpoint = try #require(Endpoint.all.first { $0.name == question })
      let parameter = try #require(endpoint.parameters.first { $0.name == name })
      return String(describing: parameter.description)
    }
    #expect(try usual("paths", "limit").contains("(\"default\", "))
    #expect(try usual("paths", "limit").contains("20"))
    #expect(try usual("gaps", "state").contains("(\"default\", "))
    #expect(try !usual("upstream", "depth").contains("(\"default\", "))
  }

  @Test func `each question is asked by some case, and each option`() {
    #expect(Set(Self.all.map(\.name)) == Set(QuestionName.allCases))
    let options = Set(Self.all.flatMap(\.options.keys))
    #expect(options == Set(QuestionOption.allCases).subtracting([.chain]))
  }
}
