import PolicyReader

/// What a reading holds, in one line for each fact.
enum Facts {
  /// `二/(一): lead 市工信局; responsible 市科技局、市财政局 等`; parts as `一#2`.
  static func statements(_ text: String) -> [String] {
    PolicyDocument(text: text).statements.map(line)
  }

  static func line(_ statement: Statement) -> String {
    let roles = Role.allCases.compactMap { role -> String? in
      let leaders = statement.leaders.filter { $0.role == role }.map { leader in
        leader.name + (leader.titles.isEmpty ? "" : "<\(leader.titles.joined(separator: "|"))>")
      }
      let names = leaders + statement.parties.filter { $0.role == role }.map(\.name)
      guard !names.isEmpty else { return nil }
      let open = statement.openRoles.contains(role) ? " 等" : ""
      return "\(role.rawValue) \(names.joined(separator: "、"))\(open)"
    }
    let part = statement.part.map { "#\($0)" } ?? ""
    return "\(statement.place)\(part): " + roles.joined(separator: "; ")
  }

  /// The only statement of a text under the heading `一、任务`.
  static func statement(_ text: String) -> String {
    let lines = statements("一、任务\n" + text)
    return lines.count == 1 ? String(lines[0].drop { $0 != " " }.dropFirst()) : "\(lines)"
  }

  /// `产值 超过 1000 亿元 到2027 比2023 力争`
  static func targets(_ text: String) -> [String] {
    PolicyDocument(text: text).targets.map { target in
      "\(target.metric) \(target.comparator.rawValue) \(target.value) \(target.unit)"
        + (target.deadline.map { " 到\($0)" } ?? "") + (target.baseline.map { " 比\($0)" } ?? "")
        + (target.isStriven ? " 力争" : "")
    }
  }

  /// The reasons of a reading's doubts, with their lines.
  static func doubts(_ text: String) -> [String] {
    PolicyDocument(text: text).review.filter {
      $0.reason != .missingHead && $0.reason != .guessedDate
    }
    .map { "\($0.line) \($0.reason.rawValue) \($0.about)" }
  }
}
