# Installs what build.ps1 made, lets it run a job, upgrades it, and removes it: jobs and history outlive each step. For a machine that
# is thrown away afterwards: it works on the data directory of the person who starts it.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')

$program = "$env:LOCALAPPDATA\Programs\Carillon"
$command = "$program\carillon-cli.exe"
$data = "$env:LOCALAPPDATA\Carillon"

function Msi {
    param([string]$Action, [string]$File)
    $log = "$env:TEMP\carillon-msi.log"
    $ended = Start-Process msiexec -ArgumentList $Action, "`"$File`"", '/qn', '/norestart', '/l*v', "`"$log`"" -Wait -PassThru
    if ($ended.ExitCode -ne 0) { Get-Content $log -Tail 60; throw "msiexec $Action ended with $($ended.ExitCode)" }
}
function Carillon { & $command @args; if ($LASTEXITCODE -ne 0) { throw "carillon $args ended with $LASTEXITCODE" } }
function Await {
    param([string]$What, [scriptblock]$Holds)
    $deadline = (Get-Date).AddSeconds(60)
    while (-not (& $Holds)) {
        if ((Get-Date) -gt $deadline) { throw "smoke: $What" }
        Start-Sleep -Milliseconds 500
    }
}
function Lists-The-Job { if (-not ((Carillon jobs --json) -match '"tick"')) { throw 'smoke: the job is gone' } }

$installed = (Get-ChildItem target\installer\*.msi)[0].FullName
$version = ([xml](Get-Content pom.xml)).project.version
Write-Output 'smoke: installing'
Msi '/i' $installed
if ((Carillon --version) -notmatch [regex]::Escape($version)) { throw 'smoke: the version is not told' }

Write-Output 'smoke: a job runs'
$jobs = "$env:TEMP\jobs.carillon"
Set-Content -Encoding utf8NoBOM $jobs '{"format":"carillon/1","jobs":[{"id":"tick","name":"Tick","trigger":{"type":"cron","expression":"* * * * * *"},"action":{"type":"command","command":["cmd","/c","echo tick"]}}]}'
Carillon import $jobs
$scheduler = Start-Process $command -ArgumentList 'run' -PassThru -WindowStyle Hidden
Await 'nothing ran' { (& $command runs --json --state succeeded) -match '"SUCCEEDED"' }
$address = Get-Content "$data\control.json" | ConvertFrom-Json
Invoke-RestMethod -Method Post -Uri "$($address.url)/v1/scheduler/shutdown" -Headers @{ Authorization = "Bearer $($address.token)" }
Await 'the scheduler did not end' { $scheduler.HasExited }

Write-Output 'smoke: upgrading'
$parts = $version.Split('.')
& "$PSScriptRoot\build.ps1" -Upgrade "$($parts[0]).$($parts[1]).$([int]$parts[2] + 1)"
$upgrade = (Get-ChildItem target\upgrade\*.msi)[0].FullName
Msi '/i' $upgrade
Lists-The-Job

Write-Output 'smoke: removing'
Msi '/x' $upgrade
if (Test-Path $command) { throw 'smoke: the program is still there' }
if (-not (Test-Path "$data\carillon.mv.db")) { throw 'smoke: jobs and history are gone' }
Write-Output 'smoke: all is well: installed, upgraded and removed, with jobs and history kept'
