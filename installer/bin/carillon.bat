@echo off
rem Starts Carillon with the first Java 25 or later that is found: JAVA_HOME, the one that built this tree, PATH.
setlocal EnableExtensions
set "NEEDED=25"
for %%I in ("%~dp0..") do set "HOME_DIR=%%~fI"

set "FOUND="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined FOUND if exist "%HOME_DIR%\lib\built-with" (
    for /f "usebackq tokens=1* delims==" %%A in (`findstr /c:"java.home = " "%HOME_DIR%\lib\built-with"`) do for /f "tokens=* delims= " %%P in ("%%B") do call :try "%%P"
)
if not defined FOUND for /f "delims=" %%J in ('where java 2^>nul') do if not defined FOUND for %%I in ("%%~dpJ..") do call :try "%%~fI"
if not defined FOUND (
    echo carillon: no Java %NEEDED% or later was found. Install a JDK %NEEDED%, or set JAVA_HOME to one. 1>&2
    exit /b 1
)

rem The window needs its own modules, and time to become fast; a command that only asks something should be quick to start.
set "MODULES=info.picocli"
set "TUNING=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms16m -Xmx512m"
set "FIRST=%~1"
if "%FIRST%"=="" goto window
if "%FIRST%"=="--data" goto window
if "%FIRST:~0,7%"=="--data=" goto window
if "%FIRST:~0,6%"=="--open" goto window
if /i "%FIRST:~-9%"==".carillon" goto window
if "%FIRST%"=="--new-job" goto window
if "%FIRST%"=="--hidden" goto window
if "%FIRST%"=="run" set "MODULES=info.picocli,java.desktop,org.freedesktop.dbus,org.freedesktop.dbus.transport.jre"
if "%FIRST%"=="run" set "TUNING=-XX:+UseG1GC -XX:ConcGCThreads=1 -XX:G1PeriodicGCInterval=30000 -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=15 -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=4 -Xms8m -Xmx400m"
goto start

:window
set "MODULES=@window.modules@"
set "TUNING=-XX:+UseG1GC -XX:ConcGCThreads=1 -XX:G1PeriodicGCInterval=30000 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:CompileThresholdScaling=10 -XX:MinHeapSize=16m -XX:InitialHeapSize=64m -Xmx1g --enable-native-access=javafx.graphics"

:start
"%FOUND%\bin\java.exe" %TUNING% %CARILLON_JAVA_OPTIONS% "-Dcarillon.launcher=%HOME_DIR%\bin\carillon.bat" --module-path "%HOME_DIR%\lib" --add-modules %MODULES% --module org.carillon/org.carillon.app.Main %*
exit /b %ERRORLEVEL%

rem Takes the Java in that directory if it says itself that it is new enough.
:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "VERSION=%%~V"
set "VERSION=%VERSION:"=%"
if %VERSION% GEQ %NEEDED% set "FOUND=%~1"
exit /b 0
