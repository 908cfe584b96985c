package org.carillon.ui.editor;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.carillon.ui.controls.Choices;
import org.carillon.ui.controls.ProblemLabel;
import org.carillon.ui.controls.Segments;

/** The part of the form that says what the job is called and what it runs. */
final class WhatController {
    private static final List<String> ENCODINGS = List.of("UTF-8", "GBK", "GB18030", "Big5", "Shift_JIS", "windows-1252", "ISO-8859-1", "UTF-16");

    private final JobEditorViewModel model;
    private final Surroundings surroundings;
    private final WorkPanes work;

    @FXML private TextField name;
    @FXML private ProblemLabel nameProblem;
    @FXML private Label id;
    @FXML private Segments<CommandForm.Kind> kind;
    @FXML private VBox linePane;
    @FXML private TextArea line;
    @FXML private ProblemLabel lineProblem;
    @FXML private VBox programPane;
    @FXML private TextField program;
    @FXML private Button chooseProgram;
    @FXML private ProblemLabel programProblem;
    @FXML private TextArea arguments;
    @FXML private ProblemLabel argumentsProblem;
    @FXML private Label argumentsHint;
    @FXML private VBox kinds;
    @FXML private HBox commandRow;
    @FXML private VBox taskPane;
    @FXML private TextField task;
    @FXML private ProblemLabel taskProblem;
    @FXML private TextArea taskArguments;
    @FXML private ProblemLabel taskArgumentsProblem;
    @FXML private HBox directoryRow;
    @FXML private HBox environmentRow;
    @FXML private VBox moreOfCommand;
    @FXML private TextField directory;
    @FXML private Button chooseDirectory;
    @FXML private ProblemLabel directoryProblem;
    @FXML private VBox environment;
    @FXML private ProblemLabel environmentProblem;
    @FXML private Button addVariable;
    @FXML private TitledPane more;
    @FXML private TextArea description;
    @FXML private TextField group;
    @FXML private TextField tags;
    @FXML private HBox shellRow;
    @FXML private TextField shell;
    @FXML private TextArea input;
    @FXML private ComboBox<Charset> encoding;
    @FXML private TextField exitCodes;
    @FXML private ProblemLabel exitCodesProblem;
    @FXML private TextField failIfOutput;
    @FXML private ProblemLabel failIfOutputProblem;

    WhatController(JobEditorViewModel model, Surroundings surroundings) {
        this.model = model;
        this.surroundings = surroundings;
        this.work = new WorkPanes(model.command(), surroundings);
    }

    @FXML
    private void initialize() {
        CommandForm command = model.command();
        name.textProperty().bindBidirectional(model.general().name());
        description.textProperty().bindBidirectional(model.general().description());
        group.textProperty().bindBidirectional(model.general().group());
        tags.textProperty().bindBidirectional(model.general().tags());
        bindCommand(command);
        directory.textProperty().bindBidirectional(command.workingDirectory());
        directory.setPromptText(surroundings.say("directory.prompt", System.getProperty("user.home")));
        directory.setTooltip(new Tooltip(surroundings.say("directory.tip", System.getProperty("user.home"))));
        input.textProperty().bindBidirectional(command.input());
        exitCodes.textProperty().bindBidirectional(command.exitCodes());
        failIfOutput.textProperty().bindBidirectional(command.failIfOutput());
        Choices.bind(encoding, encodings(command.encoding().get()), Charset::name, command.encoding());
        new EnvironmentRows(environment, command.environment(), surroundings).show(addVariable);
        Stream.of(line, arguments, taskArguments, description, input).forEach(Nodes::tabLeaves);
        id.visibleProperty().bind(name.textProperty().map(text -> !text.isBlank()));
        id.textProperty().bind(model.id().map(text -> surroundings.say("id", text)));
        model.draft().subscribe(this::show);
        more.setExpanded(saysMore(command));
    }

    private void bindCommand(CommandForm command) {
        kind.bind(List.of(CommandForm.Kind.values()), each -> surroundings.say("kind." + each.name().toLowerCase(Locale.ROOT)),
                command.switchedKind());
        Nodes.showWhen(linePane, command.kind().isEqualTo(CommandForm.Kind.SHELL_LINE));
        Nodes.showWhen(programPane, command.kind().isEqualTo(CommandForm.Kind.PROGRAM));
        Nodes.showWhen(shellRow, command.kind().isEqualTo(CommandForm.Kind.SHELL_LINE));
        kinds.getChildren().setAll(work.panes());
        Nodes.showWhen(kinds, command.kind().map(work::has));
        Nodes.showWhen(commandRow, command.kind().map(each -> !work.has(each)));
        Nodes.showWhen(taskPane, command.kind().isEqualTo(CommandForm.Kind.TASK));
        Stream.of(directoryRow, environmentRow, moreOfCommand)
                .forEach(part -> Nodes.showWhen(part, command.isProcess()));
        task.textProperty().bindBidirectional(command.task().task());
        taskArguments.textProperty().bindBidirectional(command.task().arguments());
        line.textProperty().bindBidirectional(command.line());
        program.textProperty().bindBidirectional(command.program());
        arguments.textProperty().bindBidirectional(command.arguments());
        shell.textProperty().bindBidirectional(command.shell());
        shell.setPromptText(surroundings.say("shell.prompt"));
        chooseProgram.setOnAction(event -> surroundings.dialogs().openFile(surroundings.say("program.choose"), List.of())
                .ifPresent(chosen -> command.program().set(chosen.toString())));
        chooseDirectory.setOnAction(event -> surroundings.dialogs()
                .chooseDirectory(surroundings.say("directory.choose"), path(directory.getText()).orElse(null))
                .ifPresent(chosen -> command.workingDirectory().set(chosen.toString())));
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private static List<Charset> encodings(Charset present) {
        Set<Charset> offered = new LinkedHashSet<>();
        ENCODINGS.stream().filter(Charset::isSupported).map(Charset::forName).forEach(offered::add);
        offered.add(present);
        return List.copyOf(offered);
    }

    /** Whether the folded part holds something that a person should see at once. */
    private boolean saysMore(CommandForm command) {
        return !model.general().description().get().isEmpty() || !model.general().tags().get().isEmpty() || !model.general().group().get().isEmpty()
                || !command.input().get().isEmpty() || !command.failIfOutput().get().isEmpty() || !command.shell().get().isEmpty()
                || !command.exitCodes().get().equals("0") || !command.encoding().get().equals(StandardCharsets.UTF_8);
    }

    void register(ProblemPlaces places) {
        places.add(Field.NAME, name, nameProblem);
        places.add(Field.COMMAND_LINE, line, lineProblem);
        places.add(Field.PROGRAM, program, programProblem);
        places.add(Field.ARGUMENTS, arguments, argumentsProblem);
        work.register(places);
        places.add(Field.TASK, task, taskProblem);
        places.add(Field.TASK_ARGUMENTS, taskArguments, taskArgumentsProblem);
        places.add(Field.WORKING_DIRECTORY, directory, directoryProblem);
        places.add(Field.ENVIRONMENT, environment, environmentProblem);
        places.add(Field.EXIT_CODES, exitCodes, exitCodesProblem);
        places.add(Field.FAIL_IF_OUTPUT, failIfOutput, failIfOutputProblem);
    }

    void focusName() {
        name.requestFocus();
    }

    private void show(Draft draft) {
        String syntax = model.command().misplacedShellSyntax();
        Nodes.show(argumentsHint, !syntax.isEmpty());
        argumentsHint.setText(syntax.isEmpty() ? "" : surroundings.say("arguments.shellSyntax", syntax));
    }
}
