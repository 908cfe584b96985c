package org.carillon.interchange;

/** @param name without a directory @param text ends with a line end */
public record ExportFile(String name, String text) {}
