using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dashboard.Infrastructure.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CalendarPlanning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CustomerZone",
                table: "Tasks",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Country",
                table: "Records",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Records",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LoadBy",
                table: "PersonSettings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Minutes",
                table: "PersonSettings",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SeriesClosedUntil",
                table: "Connections",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "TaskSeries",
                columns: table => new
                {
                    WorkspaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TaskId = table.Column<long>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskSeries", x => new { x.WorkspaceId, x.TaskId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_TaskSeries_WorkspaceId_AskedAt_TaskId",
                table: "TaskSeries",
                columns: new[] { "WorkspaceId", "AskedAt", "TaskId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TaskSeries");

            migrationBuilder.DropColumn(
                name: "CustomerZone",
                table: "Tasks");

            migrationBuilder.DropColumn(
                name: "Country",
                table: "Records");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Records");

            migrationBuilder.DropColumn(
                name: "LoadBy",
                table: "PersonSettings");

            migrationBuilder.DropColumn(
                name: "Minutes",
                table: "PersonSettings");

            migrationBuilder.DropColumn(
                name: "SeriesClosedUntil",
                table: "Connections");
        }
    }
}
