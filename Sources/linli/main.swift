import CStart
import Foundation

linli_prepare_memory()
exit(Program.run(Array(CommandLine.arguments.dropFirst())))
