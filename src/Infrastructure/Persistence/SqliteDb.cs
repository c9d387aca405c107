using System.Data.Common;
using Dashboard.Application.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dashboard.Infrastructure.Persistence;

/// <summary>The embedded engine: one machine, tests, demo.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options, WorkspaceId workspace) : DashboardDb(options, workspace)
{
    /// <summary>One prepared statement run for each row: EF compiles a statement for every row anew, which costs ten times the insert.</summary>
    public override Task InsertAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken ct)
    {
        if (rows.Any(row => row.WorkspaceId != Workspace))
        {
            throw new InvalidOperationException($"A row of {typeof(TRow).Name} belongs to another workspace than the open one.");
        }

        try
        {
            Insert(rows, ct);
            return Task.CompletedTask;
        }
        catch (Exception failed) when (StorageTrouble.Sentence(failed) is not null)
        {
            throw new NotSavedException(StorageTrouble.Sentence(failed)!, failed);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // As plain numbers, so that "not closed" becomes a comparison: no index serves the NOT (…) that a bool turns into.
        configurationBuilder.Properties<bool>().HaveConversion<int>();
    }

    private void Insert<TRow>(IReadOnlyList<TRow> rows, CancellationToken ct)
        where TRow : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var type = Model.FindEntityType(typeof(TRow))!;
        var table = StoreObjectIdentifier.Table(type.GetTableName()!);
        var columns = type.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never).ToList();
        using var command = Database.GetDbConnection().CreateCommand();
        command.Transaction = Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText =
            $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c.GetColumnName(table)}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        var values = columns.Select((column, i) => Value(command, column, $"$p{i}")).ToList();
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            values.ForEach(set => set(row));
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Puts the column's value of a row into its parameter, as EF would.</summary>
    private static Action<object> Value(DbCommand command, IProperty column, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        var (read, convert) = (column.GetGetter(), column.GetTypeMapping().Converter);
        return row =>
        {
            var value = read.GetClrValue(row);
            parameter.Value = (value is null || convert is null ? value : convert.ConvertToProvider(value)) ?? DBNull.Value;
        };
    }
}
