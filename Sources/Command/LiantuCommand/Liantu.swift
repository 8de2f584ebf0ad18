import ArgumentParser
import Bilingual
import ChainQueries
import Liantu

/// `liantu`: parse, call one function of the library, print, exit.
@main
struct LiantuCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "liantu",
    abstract: say(
      "产业链图谱：谁在链上，缺什么，谁负责",
      "the industrial chain: who is on it, what it lacks, who answers for it"
    ),
    discussion: say(
      """
      示例：
        liantu draw panorama 船舶机械 -o 船舶机械.svg
        liantu gaps 泳装
        liantu duties 市工信局 --role lead
        liantu owners 泰峰锂业碳酸锂项目 --explain
      """,
      """
      Examples:
        liantu draw panorama 船舶机械 -o shipbuilding.svg
        liantu gaps 泳装
        liantu duties 市工信局 --role lead
        liantu owners 泰峰锂业碳酸锂项目 --explain
      """
    ),
    version: liantuVersion,
    groupedSubcommands: [
      CommandGroup(
        name: say("图与清单", "Pictures and lists"),
        subcommands: [
          Draw.self, ListCommand.self, Compare.self, MakePack.self, DrawGallery.self,
          MakeReport.self,
        ]
      ),
      CommandGroup(
        name: say("产业链", "Chains"),
        subcommands: QuestionCommands.of(.chains) + QuestionCommands.of(.structure)
      ),
      CommandGroup(
        name: say("责任", "Responsibility"),
        subcommands: QuestionCommands.of(.people)
      ),
      CommandGroup(
        name: say("集群、项目与地点", "Clusters, projects and places"),
        subcommands: QuestionCommands.of(.places)
      ),
      CommandGroup(
        name: say("数据", "Data"),
        subcommands: QuestionCommands.of(.data)
          + [Check.self, Changes.self, Snapshot.self, Import.self, Export.self, Chains.self]
      ),
      CommandGroup(
        name: say("名录", "Registers"),
        subcommands: [Attach.self, Candidates.self]
      ),
      CommandGroup(
        name: say("进展", "Progress"),
        subcommands: [
          ProgressCommand.self, ScheduleCommand.self, Status.self, Late.self, Unreported.self,
          HomeCommand.self, History.self, MakeSheet.self, Collect.self, Supervision.self,
          Assess.self,
        ]
      ),
      CommandGroup(
        name: say("网页", "Pages"),
        subcommands: [Serve.self, RenderPicture.self]
      ),
    ]
  )

  static func main() async {
    do {
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      end(failure)
    } catch {
      let text = fullMessage(for: error)
      guard exitCode(for: error).isSuccess else {
        Terminal.tell(text)
        exit(withCode: Failure.Code.usage.rawValue)
      }
      // Help and version are what was asked for.
      do throws(Failure) { try Terminal.write(text + "\n") } catch { end(error) }
    }
  }

  /// The arguments, with a language that stands before the command behind it, since only commands take
  /// one; what the command is given itself goes before.
  private static var arguments: [String] {
    let all = Array(CommandLine.arguments.dropFirst())
    func isLanguage(_ word: String) -> Bool { word == "--lang" || word.hasPrefix("--lang=") }
    guard let first = all.first, isLanguage(first) else { return all }
    let count = first == "--lang" ? 2 : 1
    let rest = Array(all.dropFirst(count))
    guard !rest.isEmpty, !rest.contains("--") else { return all }
    return rest.contains(where: isLanguage) ? rest : rest + all.prefix(count)
  }

  static func end(_ failure: Failure) -> Never {
    if let message = failure.message {
      let language = failure.language ?? Speech.language
      let word = BilingualText(zh: "错误", en: "error")[language]
      Terminal.tell("\(word): \(message[language])")
    }
    exit(withCode: failure.code.rawValue)
  }

  private static func exit(withCode code: Int32) -> Never {
    exit(withError: ExitCode(code))
  }
}
