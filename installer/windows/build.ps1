# Builds an .msi and an .exe with their own Java, for one person without an administrator. Needs a JDK 25 with jpackage, WiX 3 or
# later on the PATH, and Maven. Writes to target\installer. Signs where CARILLON_SIGNING_COMMAND is set: it is given each file.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')

function Run { param([string]$Program) & $Program @args; if ($LASTEXITCODE -ne 0) { throw "$Program ended with $LASTEXITCODE" } }

Run mvn -q -B -DskipTests package
$version = ([xml](Get-Content pom.xml)).project.version
$jdk = (Select-String -Path target\carillon\lib\built-with -Pattern 'java\.home = (.*)').Matches[0].Groups[1].Value.Trim()
$out = Join-Path (Get-Location) 'target\installer'
Remove-Item -Recurse -Force $out -ErrorAction SilentlyContinue
New-Item -ItemType Directory -Force "$out\input" | Out-Null
Copy-Item target\carillon\lib\*.jar "$out\input"
Remove-Item "$out\input\javafx-*.jar"
Run "$jdk\bin\java.exe" installer\tools\Icons.java target\classes\org\carillon\app $out

$jars = Get-ChildItem target\carillon\lib\*.jar | Where-Object Name -NotLike 'javafx-*' | ForEach-Object FullName
$needed = (& "$jdk\bin\jdeps.exe" --ignore-missing-deps --multi-release 25 --print-module-deps --module-path target\carillon\lib @jars) -split ',' |
    Where-Object { $_ -like 'j*' -and $_ -notlike 'javafx*' } | Sort-Object -Unique
Run "$jdk\bin\jlink.exe" --module-path target\carillon\lib --output "$out\runtime" --strip-debug --no-header-files --no-man-pages --compress zip-6 `
    --add-modules "$($needed -join ','),javafx.controls,javafx.fxml,jdk.localedata,jdk.charsets,jdk.crypto.ec,jdk.zipfs" --include-locales 'en,zh'

# A second launcher with a console: what is typed in a terminal.
Set-Content "$out\console.properties" @('win-console=true', 'win-shortcut=false', 'win-menu=false',
    'java-options=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m')
foreach ($type in 'msi', 'exe') {
    Run "$jdk\bin\jpackage.exe" --type $type --name Carillon --app-version $version --vendor 'The Carillon authors' --icon "$out\carillon.ico" `
        --file-associations installer\carillon.association --runtime-image "$out\runtime" --input "$out\input" --main-jar carillon.jar `
        --main-class org.carillon.app.Main --java-options '-XX:+UseG1GC -XX:ConcGCThreads=1 -XX:G1PeriodicGCInterval=30000 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -Xms24m -Xmx1g --enable-native-access=ALL-UNNAMED' `
        --add-launcher "carillon-cli=$out\console.properties" --win-per-user-install --win-shortcut --win-menu --win-menu-group Carillon `
        --win-upgrade-uuid 5c1b9d0e-7a54-4a6f-9d6f-0f6a8c1f2b37 --dest $out
}
if ($env:CARILLON_SIGNING_COMMAND) {
    Get-ChildItem $out -Include *.msi, *.exe -Recurse | ForEach-Object { Invoke-Expression "$env:CARILLON_SIGNING_COMMAND `"$($_.FullName)`"" }
}
Remove-Item -Recurse -Force "$out\input", "$out\runtime", "$out\console.properties"
Get-ChildItem "$out\*.msi", "$out\*.exe" | Get-FileHash -Algorithm SHA256 | ForEach-Object { "$($_.Hash.ToLower())  $(Split-Path -Leaf $_.Path)" } | Set-Content "$out\SHA256SUMS"
