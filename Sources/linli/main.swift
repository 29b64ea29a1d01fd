import ArgumentParser
import Foundation

exit(LinliCommand.start(arguments: Array(CommandLine.arguments.dropFirst())))
