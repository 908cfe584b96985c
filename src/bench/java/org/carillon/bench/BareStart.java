package org.carillon.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;

/** Starts {@link BareWindow} on the Java of an installed tree, packed and with a cache as that is. */
record BareStart(Path java, List<String> flags, Path work, String classPath) {
    private static final String MAIN = "org/carillon/bench/BareWindow";
    private static final Path SOURCE = Path.of("src/bench/java", MAIN + ".java");

    /** Compiles and packs it, and has its cache made by a training run. @param flags as the window of Carillon has them */
    static BareStart prepare(Path tree, List<String> flags, Path work) throws IOException, InterruptedException {
        Path theme = theme(tree);
        Path classes = Files.createDirectories(work.resolve("classes"));
        int code = ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.err, "--system", tree.resolve("runtime").toString(),
                "-cp", theme.toString(), "-d", classes.toString(), SOURCE.toString());
        if (code != 0) {
            throw new IllegalStateException("The bare window cannot be compiled");
        }
        Path jar = pack(classes, work.resolve("bare.jar"));
        BareStart bare = new BareStart(tree.resolve("runtime/bin/java"), flags, work, jar + File.pathSeparator + theme);
        bare.run(List.of("-XX:AOTCacheOutput=" + bare.cache()));
        if (!Files.exists(bare.cache())) {
            throw new IllegalStateException("The bare window has no cache");
        }
        return bare;
    }

    private static Path theme(Path tree) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(tree.resolve("lib"), "atlantafx-base*.jar")) {
            return jars.iterator().next().toAbsolutePath();
        }
    }

    private static Path pack(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                DirectoryStream<Path> files = Files.newDirectoryStream(classes.resolve(MAIN).getParent())) {
            for (Path file : files) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private Path cache() {
        return work.resolve("bare.aot");
    }

    /** @param options more of Java's, or nothing @return how long it took until the window was there, in milliseconds */
    long start(String options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-XX:AOTCache=" + cache()));
        if (!options.isEmpty()) {
            all.add(options);
        }
        return run(all);
    }

    private long run(List<String> options) throws IOException, InterruptedException {
        Path log = work.resolve("bare.log");
        Files.deleteIfExists(log);
        List<String> words = new ArrayList<>(List.of(java.toString()));
        words.addAll(flags);
        words.addAll(options);
        words.addAll(List.of("-cp", classPath, MAIN.replace('/', '.'), log.toString()));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            return Long.parseLong(StartTimes.await(log, StartTimes.WINDOW, process).group(1));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
