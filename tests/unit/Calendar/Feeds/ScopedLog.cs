using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Dashboard.UnitTests.Calendar.Feeds;

/// <summary>Everything that was logged, with the values of the scopes around each line, as a JSON log would write them.</summary>
internal sealed class ScopedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = new();
    private IExternalScopeProvider? scopes;

    public string Text => string.Join('\n', lines);

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, this);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ScopedLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log.scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var around = new List<string>();
            log.scopes?.ForEachScope((scope, told) => told.Add(Written(scope)), around);
            log.lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {Written(state)} {exception} [{string.Join("] [", around)}]");
        }

        private static string Written(object? state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(v => $"{v.Key}={v.Value}")) : $"{state}";
    }
}
