#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a person found in a document, to measure a reading against.
///
/// Either a list of statements, or an object with any of `statements`, `targets`, `enterprises` and
/// `projects`; a kind that the key leaves out is not measured.
package struct ScoreKey: Sendable {
  /// A statement of the key.
  struct KeyStatement: Decodable, Sendable {
    let path: [String]
    let parties: [(role: Role, name: String)]

    private enum Field: String, CodingKey {
      case heading_path, leaders, lead, responsible, support, liaison, coordinate, accountable
    }

    private struct Person: Decodable {
      let name: String

      private enum Field: String, CodingKey { case name }

      init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
          self.name = name
        } else {
          name = try decoder.container(keyedBy: Field.self).decode(String.self, forKey: .name)
        }
      }
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Field.self)
      path = try fields.decodeIfPresent([String].self, forKey: .heading_path) ?? []
      let roles: [(Field, Role)] = [
        (.leaders, .accountable), (.accountable, .accountable), (.lead, .lead),
        (.responsible, .responsible), (.support, .support), (.liaison, .liaison),
        (.coordinate, .coordinate),
      ]
      var parties: [(role: Role, name: String)] = []
      for (field, role) in roles {
        let names = try fields.decodeIfPresent([Person].self, forKey: field) ?? []
        parties += names.map { (role, $0.name) }
      }
      self.parties = parties
    }
  }

  /// A target of the key.
  struct KeyTarget: Decodable, Sendable {
    let value: String
    let unit: String
    let path: [String]?
    let metric: String?
    let comparator: String?
    let deadline: String?

    /// Whether the key says more than value, unit and place.
    var hasDetails: Bool { metric != nil || comparator != nil || deadline != nil }

    private enum Field: String, CodingKey {
      case value, unit, heading_path, metric, comparator, deadline
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Field.self)
      let given: String
      if let number = try? fields.decode(Decimal.self, forKey: .value) {
        given = "\(number)"
      } else {
        given = try fields.decode(String.self, forKey: .value)
      }
      let unit = try fields.decode(String.self, forKey: .unit)
      // 10 万平方米 is what the reading calls 100000 平方米.
      let characters = Array((given + unit).unicodeScalars)
      let quantity = QuantityText(in: characters, at: 0, moneyIsMeant: true)
      value = quantity?.value ?? QuantityText.plain(given)
      self.unit = quantity?.unit ?? unit
      path = try fields.decodeIfPresent([String].self, forKey: .heading_path)
      metric = try fields.decodeIfPresent(String.self, forKey: .metric)
      comparator = try fields.decodeIfPresent(String.self, forKey: .comparator)
      deadline = try fields.decodeIfPresent(String.self, forKey: .deadline)
    }
  }

  /// An enterprise or a project of the key: a name, or a name with other names.
  struct KeyEntity: Decodable, Sendable {
    let names: [String]

    private enum Field: String, CodingKey { case name, aliases }

    init(from decoder: any Decoder) throws {
      if let name = try? decoder.singleValueContainer().decode(String.self) {
        names = [name]
        return
      }
      let fields = try decoder.container(keyedBy: Field.self)
      let name = try fields.decode(String.self, forKey: .name)
      names = [name] + (try fields.decodeIfPresent([String].self, forKey: .aliases) ?? [])
    }
  }

  private struct Whole: Decodable {
    let statements: [KeyStatement]?
    let targets: [KeyTarget]?
    let enterprises: [KeyEntity]?
    let projects: [KeyEntity]?
  }

  let statements: [KeyStatement]?
  let targets: [KeyTarget]?
  let enterprises: [KeyEntity]?
  let projects: [KeyEntity]?

  /// Reads a key.
  ///
  /// - Throws: A fault that says where the JSON has another form.
  package init(json: [UInt8]) throws(PolicyFault) {
    let decoder = JSONDecoder()
    let data = Data(json)
    do {
      let isList = json.first { $0 > 0x20 } == UInt8(ascii: "[")
      let whole =
        isList
        ? Whole(
          statements: try decoder.decode([KeyStatement].self, from: data),
          targets: nil,
          enterprises: nil,
          projects: nil
        ) : try decoder.decode(Whole.self, from: data)
      try Self.check(whole)
      statements = whole.statements
      targets = whole.targets
      enterprises = whole.enterprises
      projects = whole.projects
    } catch let fault as PolicyFault {
      throw fault
    } catch let error as DecodingError {
      throw PolicyFault(
        "key-form",
        zh: "评分答案的格式不对：\(Self.place(of: error))",
        en: "the key has another form: \(Self.place(of: error))"
      )
    } catch {
      throw PolicyFault("key-not-json", zh: "评分答案不是 JSON", en: "the key is not JSON")
    }
  }

  /// - Throws: A fault where the key says nothing that can be measured, which would make every reading perfect.
  private static func check(_ whole: Whole) throws(PolicyFault) {
    let counts = [
      whole.statements?.count, whole.targets?.count, whole.enterprises?.count,
      whole.projects?.count,
    ].compactMap(\.self)
    guard counts.contains(where: { $0 > 0 }) else {
      throw PolicyFault(
        "key-empty",
        zh: "评分答案里没有可比的内容：要有 statements、targets、enterprises 或 projects，且不为空",
        en:
          "the key holds nothing to measure: it needs statements, targets, enterprises or projects with rows"
      )
    }
    if let nobody = whole.statements?.firstIndex(where: { $0.parties.isEmpty }) {
      throw PolicyFault(
        "key-names-nobody",
        zh: "评分答案的格式不对：statements[\(nobody)] 没有写谁负责"
          + "（leaders、lead、responsible、support、liaison、coordinate）",
        en: "the key has another form: statements[\(nobody)] names nobody "
          + "(leaders, lead, responsible, support, liaison, coordinate)"
      )
    }
  }

  private static func place(of error: DecodingError) -> String {
    let path: [any CodingKey] =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .dataCorrupted(let context):
        context.codingPath
      case .keyNotFound(let key, let context): context.codingPath + [key]
      @unknown default: []
      }
    let words = path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
    return words.isEmpty ? "JSON" : words.joined(separator: ".")
  }
}
