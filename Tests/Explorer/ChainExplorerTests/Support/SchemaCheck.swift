import Foundation

/// Holds a JSON value against a schema of OpenAPI 3.1, as far as our document uses the language.
struct SchemaCheck {
  /// The whole document, for what schemas refer to.
  let document: [String: Any]

  /// What is wrong, each with its place; none where the value is as the schema says.
  func faults(of value: Any, by schema: Any, at place: String = "$") -> [String] {
    guard let schema = schema as? [String: Any] else { return ["\(place): no schema"] }
    if let reference = schema["$ref"] as? String {
      guard let found = resolved(reference) else { return ["\(place): nothing at \(reference)"] }
      return self.faults(of: value, by: found, at: place)
    }
    if let choices = schema["anyOf"] as? [Any] {
      let all = choices.map { self.faults(of: value, by: $0, at: place) }
      return all.contains { $0.isEmpty } ? [] : all.flatMap { $0 }
    }
    var faults: [String] = []
    if let words = schema["enum"] as? [String], !words.contains(value as? String ?? "") {
      faults.append("\(place): \(value) is none of \(words)")
    }
    switch schema["type"] as? String {
    case nil: break
    case "null": if !(value is NSNull) { faults.append("\(place): is not null") }
    case "string": if !(value is String) { faults.append("\(place): is no string") }
    case "integer":
      if !isNumber(value) || value as? Int == nil { faults.append("\(place): is no integer") }
    case "boolean":
      if isNumber(value) || value as? Bool == nil { faults.append("\(place): is no boolean") }
    case "array":
      guard let values = value as? [Any] else { return ["\(place): is no array"] }
      for (position, value) in values.enumerated() {
        faults += self.faults(of: value, by: schema["items"] ?? [:], at: "\(place)[\(position)]")
      }
    case "object":
      guard let members = value as? [String: Any] else { return ["\(place): is no object"] }
      faults += objectFaults(members, schema, place)
    case let other?: faults.append("\(place): unknown type \(other)")
    }
    return faults
  }

  private func objectFaults(
    _ members: [String: Any],
    _ schema: [String: Any],
    _ place: String
  ) -> [String] {
    let properties = schema["properties"] as? [String: Any] ?? [:]
    var faults = (schema["required"] as? [String] ?? []).filter { members[$0] == nil }
      .map { "\(place).\($0): is missing" }
    for (name, value) in members {
      if let property = properties[name] {
        faults += self.faults(of: value, by: property, at: "\(place).\(name)")
      } else if schema["additionalProperties"] as? Bool == false {
        faults.append("\(place).\(name): is unexpected")
      } else if let others = schema["additionalProperties"] as? [String: Any] {
        faults += self.faults(of: value, by: others, at: "\(place).\(name)")
      }
    }
    return faults
  }

  private func resolved(_ reference: String) -> Any? {
    reference.split(separator: "/").dropFirst().reduce(document as Any?) { value, name in
      (value as? [String: Any])?[String(name)]
    }
  }

  /// Foundation reads `1` and `true` alike as numbers; only their types tell them apart.
  private func isNumber(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return String(cString: number.objCType) != String(cString: NSNumber(value: true).objCType)
  }
}
