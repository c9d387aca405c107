using Dashboard.Faults.Workers;

await Worker.RunAsync(args);
