import Bilingual
import PolicyReader
import TestSupport
import Testing

@Suite("The examples of the policy product")
struct DocumentationTests {
  private func drafting(_ bytes: [UInt8]) throws -> PolicyDraft {
    let document = try PolicyDocument(bytes: bytes, format: PolicyFormat(path: "plan.docx"))
    for entry in document.review { print(entry.line, entry.about, entry.reason.message.en) }
    let draft = PolicyDraft(of: document, path: "plan.docx")
    for file in draft.files { print(file.name, file.text.count) }
    return draft
  }

  @Test func `examples stand in this file, where they are compiled`() throws {
    let sources = ["Sources/Policy/PolicyReader/PolicyDocument.swift"]
    #expect(try DocumentedExamples.missing(of: sources, in: #filePath) == [])
  }

  @Test func `what is no Word document is refused in words`() {
    let fault = #expect(throws: PolicyFault.self) { try drafting(Array("text".utf8)) }
    #expect(fault?.code == "word-unreadable")
  }
}
