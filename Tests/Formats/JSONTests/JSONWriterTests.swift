import Escapes
import Foundation
import JSON
import Testing

struct JSONWriterTests {
  private func write(_ layout: JSONWriter.Layout) -> String {
    var json = JSONWriter()
    json.object(layout) { json in
      json.member("a", "\"锂\"")
      json.key("b")
      json.array(layout) { json in
        json.value(1)
        json.value(true)
        json.null()
      }
      json.key("c")
      json.array(layout) { _ in }
      json.key("d")
      json.object(layout) { _ in }
    }
    return json.text
  }

  @Test(
    arguments: [
      (JSONWriter.Layout.compact, "{\"a\":\"\\\"锂\\\"\",\"b\":[1,true,null],\"c\":[],\"d\":{}}"),
      (.line, "{\"a\": \"\\\"锂\\\"\", \"b\": [1, true, null], \"c\": [], \"d\": {}}"),
      (
        .rows,
        "{\n\"a\": \"\\\"锂\\\"\",\n\"b\": [\n1,\ntrue,\nnull\n],\n\"c\": [\n\n],\n\"d\": {\n\n}\n}"
      ),
      (
        .indented,
        """
        {
          "a": "\\"锂\\"",
          "b": [
            1,
            true,
            null
          ],
          "c": [],
          "d": {}
        }
        """
      ),
    ]
  )
  func `each layout sets items apart in its own way`(layout: JSONWriter.Layout, wanted: String)
    throws
  {
    #expect(write(layout) == wanted)
    let read = try JSONSerialization.jsonObject(with: Data(write(layout).utf8)) as? [String: Any]
    #expect(read?["a"] as? String == "\"锂\"" && read?.count == 4)
  }

  @Test func `a list on a line stands in an object of lines, two spaces deeper a level`() {
    var json = JSONWriter()
    json.object(.indented) { json in
      json.key("rows")
      json.array(.indented) { json in
        for row in 0..<2 { json.array { $0.value(row) } }
      }
    }
    #expect(json.text == "{\n  \"rows\": [\n    [0],\n    [1]\n  ]\n}")
  }

  @Test func `numbers are written in the fewest digits, and one that is not finite is null`() {
    var json = JSONWriter()
    json.array(.compact) { json in
      for number in [0.1, 5, 1e22, -0.5, .infinity, .nan] { json.value(number as Double) }
      json.value(Int.min)
    }
    #expect(json.text == "[0.1,5.0,1e+22,-0.5,null,null,-9223372036854775808]")
  }

  @Test func `what is drained on the way makes the same text`() {
    var json = JSONWriter(.scriptJSON)
    var bytes: [UInt8] = []
    json.array(.rows) { json in
      for text in ["<", "b"] {
        json.value(text)
        json.drain(into: &bytes)
        #expect(json.bytes.isEmpty)
      }
    }
    json.drain(into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "[\n\"\\u003c\",\n\"b\"\n]")
    #expect(JSONWriter.string("a\n") == "\"a\\n\"")
  }

  @Test func `a value that was put together keeps the order of its members`() {
    let value = JSONValue.object([
      ("z", .array([.integer(1), .null, .flag(false)])), ("a", .string("x")), ("e", .object([])),
    ])
    #expect(
      value.text
        == "{\n  \"z\": [\n    1,\n    null,\n    false\n  ],\n  \"a\": \"x\",\n  \"e\": {}\n}\n"
    )
  }
}
