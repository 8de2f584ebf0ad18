internal import Bilingual
internal import JSON

/// The OpenAPI 3.1 document of the API, made from ``Endpoint/all``.
enum OpenAPIDocument {
  static func reply(version: String) -> Reply { Reply(json: document(version: version)) }

  static func document(version: String) -> JSONValue {
    .object([
      ("openapi", .string("3.1.0")),
      (
        "info",
        .object([
          ("title", .string("Liantu 链图")), ("version", .string(version)),
          (
            "description",
            .string(
              "The commands of liantu over HTTP, read-only; answers are those of --format json. "
                + "与命令行 --format json 的结果相同，只读。"
            )
          ),
        ])
      ),
      ("servers", .array([.object([("url", .string("/"))])])),
      ("paths", .object(Endpoint.all.map { ($0.path, .object([("get", operation($0))])) })),
      (
        "components",
        .object([("schemas", .object(Shape.components.map { ($0.0, $0.1.schema) }))])
      ),
    ])
  }

  private static func operation(_ endpoint: Endpoint) -> JSONValue {
    let faults: [(String, JSONValue)] = [
      ("400", "the words do not make a question"), ("401", "a token is needed"),
      ("404", "a name means nothing, or there is nothing to show"),
      ("409", "a name means several things"), ("414", "the address is too long"),
      ("429", "too many requests"), ("503", "too much is being asked at once"),
    ].map { ($0.0, response($0.1, .named("Fault"))) }
    return .object([
      ("operationId", .string(endpoint.identifier)),
      ("summary", .string("\(endpoint.summary.en) / \(endpoint.summary.zh)")),
      ("parameters", .array(endpoint.allParameters.map(\.description))),
      (
        "responses",
        .object(
          [
            ("200", response("the answer", endpoint.shape)),
            ("304", .object([("description", .string("the reader has it already"))])),
          ] + faults
        )
      ),
    ])
  }

  private static func response(_ description: String, _ shape: Shape) -> JSONValue {
    .object([
      ("description", .string(description)),
      (
        "content",
        .object([("application/json", .object([("schema", shape.schema)]))])
      ),
    ])
  }
}
