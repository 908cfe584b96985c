# Builds an .msi and an .exe with their own Java, for one person without an administrator. Needs a JDK 25 with jpackage, WiX 3 or
# later on the PATH, and Maven. Writes to target\installer. With -Upgrade and a version, it only packs what was built there before once
# more, as that version, into target\upgrade: to try an upgrade with. Signs where CARILLON_SIGNING_COMMAND is set: it is given each file.
param([string]$Upgrade)
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')

function Run { param([string]$Program) & $Program @args; if ($LASTEXITCODE -ne 0) { throw "$Program ended with $LASTEXITCODE" } }

$out = Join-Path (Get-Location) 'target\installer'

# The program goes below Programs, away from the folder of jobs and history: an installer takes its folder away with all that is in it.
function Pack {
    param([string]$Type, [string]$As, [string]$To)
    Run "$jdk\bin\jpackage.exe" --type $Type --name Carillon --app-image "$out\Carillon" --app-version $As --vendor 'The Carillon authors' `
        --license-file LICENSE --file-associations installer\carillon.association --win-per-user-install --install-dir 'Programs\Carillon' `
        --win-shortcut --win-menu --win-menu-group Carillon --win-upgrade-uuid 5c1b9d0e-7a54-4a6f-9d6f-0f6a8c1f2b37 --dest $To
}

function Sign {
    param([string]$File)
    if (-not $env:CARILLON_SIGNING_COMMAND) { return }
    # jpackage's launchers can only be read.
    Set-ItemProperty $File IsReadOnly $false
    $global:LASTEXITCODE = 0
    Invoke-Expression "$env:CARILLON_SIGNING_COMMAND `"$File`""
    if ($LASTEXITCODE -ne 0) { throw "Signing $File ended with $LASTEXITCODE" }
}

function Java-Home { (Select-String -Path target\carillon\lib\built-with -Pattern 'java\.home = (.*)').Matches[0].Groups[1].Value.Trim() }

if ($Upgrade) {
    $jdk = Java-Home
    Pack msi $Upgrade (Join-Path (Get-Location) 'target\upgrade')
    return
}

Run mvn -q -B -DskipTests package
$version = ([xml](Get-Content pom.xml)).project.version
$jdk = Java-Home
Remove-Item -Recurse -Force $out -ErrorAction SilentlyContinue
New-Item -ItemType Directory -Force "$out\input" | Out-Null
Copy-Item target\carillon\lib\*.jar, target\carillon\LICENSE, target\carillon\licences.txt "$out\input"
Remove-Item "$out\input\javafx-*.jar", "$out\input\jfx-*.jar"
Run "$jdk\bin\java.exe" installer\tools\Icons.java target\classes\org\carillon\app $out

$jars = Get-ChildItem target\carillon\lib\*.jar | Where-Object Name -NotMatch '^(javafx|jfx)-' | ForEach-Object FullName
$needed = (Run "$jdk\bin\jdeps.exe" --ignore-missing-deps --multi-release 25 --print-module-deps --module-path target\carillon\lib @jars) -split ',' |
    Where-Object { $_ -like 'j*' -and $_ -notmatch '^(javafx|jfx)' } | Sort-Object -Unique
Run "$jdk\bin\jlink.exe" --module-path target\carillon\lib --output "$out\runtime" --strip-debug --no-header-files --no-man-pages --compress zip-0 `
    --add-modules "$($needed -join ','),javafx.controls,javafx.fxml,jfx.incubator.richtext,jdk.localedata,jdk.charsets,jdk.crypto.ec,jdk.zipfs" --include-locales 'en,zh'

# A second launcher with a console: what is typed in a terminal.
Set-Content "$out\console.properties" @('win-console=true', 'win-shortcut=false', 'win-menu=false',
    'java-options=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m')
Run "$jdk\bin\jpackage.exe" --type app-image --name Carillon --app-version $version --vendor 'The Carillon authors' --icon "$out\carillon.ico" `
    --runtime-image "$out\runtime" --input "$out\input" --main-jar carillon.jar --main-class org.carillon.app.Main `
    --java-options '-XX:+UseG1GC -XX:ConcGCThreads=1 -XX:G1PeriodicGCInterval=30000 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -Xms24m -Xmx1g --enable-native-access=javafx.graphics --add-modules=jfx.incubator.richtext' `
    --add-launcher "carillon-cli=$out\console.properties" --dest $out
# What is installed is signed before it is packed, and the packages after that.
foreach ($launcher in 'Carillon.exe', 'carillon-cli.exe') { Sign "$out\Carillon\$launcher" }
foreach ($type in 'msi', 'exe') {
    Pack $type $version $out
    Sign (Get-ChildItem "$out\*.$type")[0].FullName
}
Remove-Item -Recurse -Force "$out\input", "$out\runtime", "$out\console.properties"
$sums = Get-ChildItem "$out\*.msi", "$out\*.exe" | Get-FileHash -Algorithm SHA256 | ForEach-Object { "$($_.Hash.ToLower())  $(Split-Path -Leaf $_.Path)`n" }
[IO.File]::WriteAllText("$out\SHA256SUMS", -join $sums)
